using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Gatherings;

/// <summary>The questions of a gathering, from the draft to the end.</summary>
internal sealed partial record Gathering
{
    /// <summary>Drafts a question, or changes a draft.</summary>
    /// <param name="id">The question.</param>
    /// <param name="asks">What it asks.</param>
    /// <param name="by">The caller.</param>
    /// <param name="votable">The sentences of this gathering that people can vote on.</param>
    public Result<Gathering> Ask(
        QuestionId id, AskQuestion asks, Caller by, params ImmutableArray<VotableSentence> votable) =>
        Ask(id, asks, by, null, votable);

    /// <summary>The same for a question that may be about a rung of a ladder.</summary>
    /// <param name="id">The question.</param>
    /// <param name="asks">What it asks.</param>
    /// <param name="by">The caller.</param>
    /// <param name="ladder">The lens that it names; null if there is none.</param>
    /// <param name="votable">The sentences of this gathering that people can vote on.</param>
    public Result<Gathering> Ask(
        QuestionId id, AskQuestion asks, Caller by, AddLens? ladder, ImmutableArray<VotableSentence> votable)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        var known = Find(id);
        if (GatheringRules.Check(asks, known?.Asks) is { } wrong) return wrong;
        if (asks.Before is { } before && !IsFirstRound(asks.Kind, before, id))
            return GatheringRefusals.Invalid("before", "Use a quiz question of this gathering, from the first round.");
        if (known is not null && PeerNetJson.Same(known.Asks, asks)) return this;
        if (!AreTexts(asks, votable))
            return GatheringRefusals.Invalid("sentences", GatheringFields.SentencesDetail);
        if (MirrorRules.Check(asks, ladder) is { } notSteps) return notSteps;
        if (IsAskedAgain(id) && asks is not { Kind: QuestionKind.Quiz, Before: null })
            return GatheringRefusals.Invalid("kind", "Another question asks this quiz for the second time.");
        if (known is not null) return known.Change(asks).Map(changed => With(known, changed));
        if (IsOver) return GatheringRefusals.State;
        return this with { Questions = Questions.Add(new() { Id = id, Asks = asks }) };
    }

    /// <summary>A keeper says that a question is ready.</summary>
    public Result<Gathering> MakeReady(QuestionId id, Caller by, IfMatch ifMatch = default) =>
        Change(id, by, (question, group) => question.MakeReady(group, ifMatch));

    /// <summary>Opens a question, while the gathering is open.</summary>
    public Result<Gathering> OpenQuestion(QuestionId id, Caller by)
    {
        return Change(id, by, (question, _) => State == GatheringState.Open || question.State == QuestionState.Open
            ? question.Open()
            : GatheringRefusals.QuestionState);
    }

    /// <summary>Ends the vote on a question. What slips chose is added up, and nobody can read them any more.</summary>
    public Result<Gathering> CountQuestion(
        QuestionId id, Caller by, IReadOnlyDictionary<QuestionId, SlipKey>? keys = null)
    {
        return Change(id, by, (question, _) => question.Count(PlaceOfClosing))
            .Map(counting => counting.Summed(keys ?? NoKeys));
    }

    /// <summary>Closes a question, for the tables that there are.</summary>
    public Result<Gathering> CloseQuestion(
        QuestionId id, Caller by, IReadOnlyDictionary<QuestionId, SlipKey>? keys = null)
    {
        return Change(id, by, (question, _) => question.Close(Tables, PlaceOfClosing))
            .Map(closed => closed.Summed(keys ?? NoKeys));
    }

    /// <summary>A question, or null.</summary>
    public Question? Find(QuestionId id) => Questions.FirstOrDefault(question => question.Id == id);

    private Result<Gathering> Change(QuestionId id, Caller by, Func<Question, GroupId, Result<Question>> change)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is not { } group) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } question) return GatheringRefusals.QuestionNotFound;
        return change(question, group).Map(changed => With(question, changed));
    }

    private int PlaceOfClosing => 1 + Questions.Select(question => question.Closed).DefaultIfEmpty().Max();

    private bool IsFirstRound(QuestionKind kind, QuestionId before, QuestionId id)
    {
        return kind == QuestionKind.Quiz && before != id
            && Find(before) is { Asks: { Kind: QuestionKind.Quiz, Before: null } };
    }

    private bool IsAskedAgain(QuestionId id) => Questions.Any(question => question.Asks.Before == id);

    // A sentence that people can vote on stays as it is, so the option and the sentence never differ.
    private static bool AreTexts(AskQuestion asks, ImmutableArray<VotableSentence> votable) =>
        asks.Sentences.Zip(asks.Options).All(one => votable.Contains(new(one.First, one.Second)));

    private Gathering With(Question old, Question question) =>
        ReferenceEquals(old, question) ? this : this with { Questions = Questions.Replace(old, question) };
}
