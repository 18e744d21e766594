using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;

namespace PeerNet.Grains.Gatherings;

/// <summary>The sentences that people vote on. They are kept beside the gathering; their votes are here.</summary>
internal sealed partial record Gathering
{
    /// <summary>What other records need to know, for a caller.</summary>
    public GatheringStanding StandingFor(Caller by)
    {
        if (Plan is null) return GatheringStanding.None;
        return new GatheringStanding
        {
            State = State,
            HeldOn = Plan.HeldOn,
            KeptFor = KeptFor(by),
            CanTakeOut = KeepsOrCoordinates(by),
            Tables = [.. Tables.Select(table => table.Id)],
            Voted = Voted(),
            Asked = [.. Questions.Where(one => one.IsAgreed).SelectMany(one => one.Asks.Sentences).Distinct()],
        };
    }

    /// <summary>A keeper or a coordinator takes words out of a sentence wherever it is an option.</summary>
    public Result<Gathering> TakeOut(SentenceId sentence, TakeOutWords takeOut, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (!KeepsOrCoordinates(by)) return GatheringRefusals.KeepersOnly;
        if (SentenceRules.Check(takeOut) is { } wrong) return wrong;
        return Questions.Where(question => question.Asks.Sentences.Contains(sentence))
            .Aggregate(this, (next, question) => next.With(question, question.Without(takeOut.Words, sentence)));
    }

    // If people have voted on a sentence twice, the vote that closed last counts.
    private ImmutableArray<VotedSentence> Voted()
    {
        return
        [
            .. Questions.Where(one => one is { State: QuestionState.Closed, Asks.Sentences.IsEmpty: false })
                .OrderBy(one => one.Closed)
                .SelectMany(VotesOn)
                .GroupBy(vote => vote.Sentence)
                .Select(votes => votes.Last())
                .Where(vote => vote.Stands)
                .Select(vote => new VotedSentence(vote.Sentence, vote.IsLikedByMost)),
        ];
    }

    private IEnumerable<(SentenceId Sentence, bool Stands, bool IsLikedByMost)> VotesOn(Question question)
    {
        var result = OutcomeOf(question).Result();
        // A vote that nobody counted says nothing.
        if (result.Finding is Finding.NotAsked or Finding.NoCount) return [];
        var isLikedByMost = result.Finding == Finding.LikedByMost;
        return question.Asks.Sentences.Zip(SheetBoxes.Of(question.Asks)).Select(one =>
            (one.First, result.Options.Single(option => option.Box == one.Second).Stands, isLikedByMost));
    }
}
