using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Gatherings;

/// <summary>What anybody may be told of what was counted, also outside the area.</summary>
internal sealed partial record Gathering
{
    /// <summary>
    /// Releases figures of each closed question as soon as there are any that can be told. What is released never
    /// changes, whatever comes in late or is corrected.
    /// </summary>
    public Gathering Release(DisclosureRule rule)
    {
        var released = Questions.Where(one => one.State == QuestionState.Closed && FindReleased(one.Id) is null)
            .Select(question => RoomRelease.Of(question, OutcomeOf(question).Shown, rule))
            .OfType<ReleasedCount>()
            .ToList();
        return released.Count == 0 ? this : this with { Released = Released.AddRange(released) };
    }

    /// <summary>What is released of a question, once it is closed; before that the answer is always the same.</summary>
    public Result<ReleasedResult> ReleasedOf(QuestionId id, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (Find(id) is not { } question || (!question.IsAgreed && KeptFor(by) is null))
            return GatheringRefusals.QuestionNotFound;
        if (question.State != QuestionState.Closed) return GatheringRefusals.StillOpen;
        return ReleasedCount.Seen(question, FindReleased(id), OutcomeOf(question).TablesIn);
    }

    private ReleasedCount? FindReleased(QuestionId id) => Released.FirstOrDefault(one => one.Question == id);
}
