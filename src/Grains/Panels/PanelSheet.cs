using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Grains.Panels;

/// <summary>The thumbs for one candidate's answers.</summary>
internal sealed record PanelSheet
{
    /// <summary>The candidate's letter.</summary>
    public Candidate Candidate { get; init; }

    /// <summary>How often it was written.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The ID with which it was entered; null if that was before sheets had one.</summary>
    public SheetId? SheetId { get; init; }

    /// <summary>The thumbs for each question, in the order of the questions.</summary>
    [MaxItems(PanelFields.MaxQuestions)]
    public ImmutableArray<CountedThumbs> Answers { get; init; } = [];

    /// <summary>What leads see of it.</summary>
    public SheetDetails Seen() => new()
    {
        Candidate = Candidate,
        Answers = [.. Answers.Select(Read)],
        Version = Version,
    };

    // Each answer by itself: nothing is added up over the questions.
    private static AnswerReading Read(CountedThumbs thumbs)
    {
        var finding = Thumbs.Find(thumbs.Up, thumbs.Middle, thumbs.Down);
        var hasFigures = finding is not (Finding.NobodyVoted or Finding.TooFew);
        return new()
        {
            QuestionId = thumbs.QuestionId,
            Finding = finding,
            Up = hasFigures ? thumbs.Up : null,
            Middle = hasFigures ? thumbs.Middle : null,
            Down = hasFigures ? thumbs.Down : null,
            Reasons = thumbs.Reasons,
        };
    }
}
