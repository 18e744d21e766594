using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>Opening, closing and cancelling a gathering.</summary>
internal sealed partial record Gathering
{
    /// <summary>Opens it, once it has two keepers.</summary>
    public Result<Gathering> Open(Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (State == GatheringState.Open) return this;
        if (State != GatheringState.Planned) return GatheringRefusals.State;
        return Keepers.Count(keeper => keeper.State == KeeperState.Keeping) >= GatheringFields.MinGroups
            ? this with { State = GatheringState.Open }
            : GatheringRefusals.NeedsTwoKeepers;
    }

    /// <summary>
    /// The first keeper asks to close it, and the second closes it. A day later, one of them is enough, and the record
    /// says which. All its questions are closed with it.
    /// </summary>
    public Next<Gathering> Close(
        Caller by, DateTimeOffset now, IReadOnlyDictionary<QuestionId, SlipKey>? keys = null) =>
        CloseFor(by, now).Then(closed => closed.Summed(keys ?? NoKeys));

    private Next<Gathering> CloseFor(Caller by, DateTimeOffset now)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is not { } group) return GatheringRefusals.KeepersOnly;
        if (State == GatheringState.Closed) return this;
        if (State != GatheringState.Open) return GatheringRefusals.State;
        if (ClosingAskedFor is not { } first) return this with { ClosingAskedFor = group, ClosingAskedAt = now };
        if (first != group) return (Over(GatheringState.Closed) with { ClosedFor = [first, group] }).Asking(this);
        var hasWaited = now >= ClosingAskedAt?.AddHours(GatheringFields.HoursToClose);
        return hasWaited ? (Over(GatheringState.Closed) with { ClosedFor = [group] }).Asking(this) : this;
    }

    /// <summary>A keeper cancels it before it opens; or a coordinator, because everybody can read it.</summary>
    public Next<Gathering> Cancel(CancelGathering cancel, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (!KeepsOrCoordinates(by)) return GatheringRefusals.KeepersOnly;
        if (GatheringRules.Check(cancel) is { } wrong) return wrong;
        if (State == GatheringState.Cancelled && CancelledBecause == cancel.Reason) return this;
        if (State != GatheringState.Planned) return GatheringRefusals.State;
        return (Over(GatheringState.Cancelled) with { CancelledBecause = cancel.Reason }).Asking(this);
    }

    private static readonly Dictionary<QuestionId, SlipKey> NoKeys = [];

    // What closes together stays in the order in which it was drafted. Nobody needs to know any more who meant to come.
    private Gathering Over(GatheringState state)
    {
        var place = PlaceOfClosing;
        return this with
        {
            State = state,
            Questions = [.. Questions.Select(one => one.Over(Tables, place))],
            Keepers = WithoutComing,
        };
    }
}
