using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Gatherings;

/// <summary>The questions of a gathering, from the draft to the end.</summary>
internal sealed partial record Gathering
{
    /// <summary>Drafts a question, or changes a draft.</summary>
    public Result<Gathering> Ask(QuestionId id, AskQuestion asks, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (GatheringRules.Check(asks) is { } wrong) return wrong;
        if (asks.Before is { } before && !IsFirstRound(asks.Kind, before, id))
            return GatheringRefusals.Invalid("before", "Use a quiz question of this gathering, from the first round.");
        if (Find(id) is { } known) return known.Change(asks).Map(changed => With(known, changed));
        if (IsOver) return GatheringRefusals.State;
        return this with { Questions = Questions.Add(new() { Id = id, Asks = asks }) };
    }

    /// <summary>A keeper says that a question is ready.</summary>
    public Result<Gathering> MakeReady(QuestionId id, Caller by) =>
        Change(id, by, (question, group) => question.MakeReady(group));

    /// <summary>Opens a question, while the gathering is open.</summary>
    public Result<Gathering> OpenQuestion(QuestionId id, Caller by)
    {
        return Change(id, by, (question, _) => State == GatheringState.Open || question.State == QuestionState.Open
            ? question.Open()
            : GatheringRefusals.QuestionState);
    }

    /// <summary>Closes a question, for the tables that there are.</summary>
    public Result<Gathering> CloseQuestion(
        QuestionId id, Caller by, IReadOnlyDictionary<QuestionId, SlipKey>? keys = null) =>
        Change(id, by, (question, _) => question.Close(Tables)).Map(closed => closed.Summed(keys ?? NoKeys));

    /// <summary>A question, or null.</summary>
    public Question? Find(QuestionId id) => Questions.FirstOrDefault(question => question.Id == id);

    private Result<Gathering> Change(QuestionId id, Caller by, Func<Question, GroupId, Result<Question>> change)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is not { } group) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } question) return GatheringRefusals.QuestionNotFound;
        return change(question, group).Map(changed => With(question, changed));
    }

    private bool IsFirstRound(QuestionKind kind, QuestionId before, QuestionId id)
    {
        return kind == QuestionKind.Quiz && before != id
            && Find(before) is { Asks: { Kind: QuestionKind.Quiz, Before: null } };
    }

    private Gathering With(Question old, Question question) =>
        ReferenceEquals(old, question) ? this : this with { Questions = Questions.Replace(old, question) };
}
