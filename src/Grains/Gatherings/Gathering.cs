using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// A gathering of two or more groups: who keeps it, its tables and questions, and what was counted. Pure: each
/// transition returns the next gathering, the same gathering, or a refusal.
/// </summary>
internal sealed partial record Gathering : IHasEditions, ISends<Gathering>, IForgets<Gathering>, INames,
    IReceives<Gathering>
{
    /// <summary>The ID.</summary>
    public GatheringId Id { get; init; }

    /// <summary>What is planned; null if nobody has planned it yet.</summary>
    public PlanGathering? Plan { get; init; }

    /// <summary>Its state.</summary>
    public GatheringState State { get; init; }

    /// <summary>Who keeps it for each group, in the order of the groups.</summary>
    [MaxItems(GatheringFields.MaxGroups)]
    public ImmutableArray<Keeper> Keepers { get; init; } = [];

    /// <summary>Its tables.</summary>
    [MaxItems(GatheringFields.MaxTables)]
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>Tables that were taken away again: no question asks them.</summary>
    [MaxItems(GatheringFields.MaxTables)]
    public ImmutableArray<Table> TakenAway { get; init; } = [];

    /// <summary>Its questions.</summary>
    [MaxItems(GatheringFields.MaxQuestions)]
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>Everything that was entered, in the order in which it came.</summary>
    [MaxItems(GatheringFields.MaxTallies)]
    public ImmutableArray<Tally> Tallies { get; init; } = [];

    /// <summary>What slips have answered to questions that are open.</summary>
    [MaxItems(GatheringFields.MaxSlips * GatheringFields.MaxQuestions)]
    public ImmutableArray<SpentSlip> Slips { get; init; } = [];

    /// <summary>What slips had answered to questions that are closed.</summary>
    [MaxItems(GatheringFields.MaxTables * GatheringFields.MaxQuestions)]
    public ImmutableArray<SlipSum> SlipSums { get; init; } = [];

    /// <summary>What anybody may be told of what was counted; nothing of a question of which nothing can be.</summary>
    [MaxItems(GatheringFields.MaxQuestions)]
    public ImmutableArray<ReleasedCount> Released { get; init; } = [];

    /// <summary>Why it is cancelled.</summary>
    public string? CancelledBecause { get; init; }

    /// <summary>The group whose keeper first asked to close it.</summary>
    public GroupId? ClosingAskedFor { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? ClosingAskedAt { get; init; }

    /// <summary>The groups whose keepers closed it.</summary>
    [MaxItems(GatheringFields.MaxGroups)]
    public ImmutableArray<GroupId> ClosedFor { get; init; } = [];

    /// <summary>Who has taken words out of its texts; null if nobody has.</summary>
    public TakenOutBy? TakenOutBy { get; init; }

    private ImmutableArray<AccessNeed> NeededByAll =>
        [.. Keepers.SelectMany(keeper => keeper.Coming?.Needs ?? []).Distinct().Order()];

    private bool IsOver => State is GatheringState.Closed or GatheringState.Cancelled;

    /// <inheritdoc/>
    public object Seen() =>
        (Plan, State, Keepers, Tables, Questions, CancelledBecause, ClosingAskedAt, TakenOutBy);

    /// <summary>
    /// Plans it, as its keeper for the first group, or as a coordinator who keeps it for none; or changes the plan
    /// before it opens.
    /// </summary>
    /// <param name="id">The ID.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="previous">The groups of the gathering before it; empty if there is no such.</param>
    /// <param name="ifMatch">Which version it changes.</param>
    /// <param name="edition">The present version.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="by">The caller.</param>
    /// <param name="now">The time.</param>
    /// <param name="hasLenses">Whether this area has the lenses that it names, with steps.</param>
    public Next<Gathering> Put(
        GatheringId id, PlanGathering plan, ImmutableArray<GroupId> previous, IfMatch ifMatch, int edition,
        MemberStanding own, Caller by, DateTimeOffset now, bool hasLenses)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (by.Member is not { } keeper) return MemberRefusals.NotFound;
        if (Plan is not null && !KeepsOrCoordinates(by)) return GatheringRefusals.KeepersOnly;
        if (plan.Groups.IsDefault || plan.Groups.Distinct().Count() < GatheringFields.MinGroups)
            return GatheringRefusals.NeedsTwoKeepers;
        var isLed = own.Leads.Contains(plan.Groups[0]);
        if (Plan is null && !isLed && !by.Coordinates) return GatheringRefusals.LeadsOnly;
        if (GatheringRules.Check(plan, Plan?.HeldOn, London.DayOf(now)) is { } wrong) return wrong;
        if (plan.Previous is { } before && (before == id || !previous.Intersect(plan.Groups).Any()))
            return GatheringRefusals.Invalid("previous", "Use another gathering of at least one of these groups.");
        if (!hasLenses) return GatheringRefusals.Invalid("lenses", "Use lenses of this area that have steps.");
        if (Plan is not null && PeerNetJson.Same(Plan, plan)) return this;
        if (Plan is not null && !MayChange(by)) return GatheringRefusals.KeepersOnly;
        if (State != GatheringState.Planned) return GatheringRefusals.State;
        if (Plan is not null && !Plan.Groups.SequenceEqual(plan.Groups))
            return GatheringRefusals.Invalid("groups", "They stay the same. Plan another gathering.");
        if (ifMatch.Check(edition) is { } stale) return stale;
        var planned = Plan is null
            ? Founded(plan, isLed ? keeper : null) with { Id = id }
            : this with { Plan = plan };
        return planned.Asking(this);
    }

    /// <summary>What a caller sees of it.</summary>
    public Result<GatheringDetails> SeenBy(Caller by, int edition)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        var isKeeper = KeptFor(by) is not null;
        return new GatheringDetails
        {
            Id = Id,
            Plan = Plan,
            State = State,
            Keepers = [.. Keepers.Select(keeper => keeper.Seen(by, isKeeper))],
            NeededByAll = isKeeper ? NeededByAll : [],
            Tables = [.. Tables.Select(table => table.Seen(isKeeper))],
            TakenAway = isKeeper ? [.. TakenAway.Select(table => table.Seen(isKeeper))] : [],
            Questions = [.. Questions.Where(one => isKeeper || one.IsAgreed)
                .Select(question => question.Seen())],
            CancelledBecause = CancelledBecause,
            ClosingAskedAt = ClosingAskedAt,
            ClosedFor = ClosedFor,
            CanTakeOut = KeepsOrCoordinates(by),
            CanChange = MayChange(by),
            CanCancel = KeepsOrCoordinates(by),
            TakenOutFor = TakenOutBy?.Groups ?? [],
            IsTakenOutByArea = TakenOutBy is { IsByArea: true },
            Version = edition,
        };
    }

    /// <summary>What the list of one of its groups says of it; null for any other group.</summary>
    public GatheringLine? LineFor(GroupId group)
    {
        if (Plan is null || Find(group) is not { } keeper) return null;
        return new(Id, Plan.Title, Plan.HeldOn, Plan.StartsAt, State, keeper.State);
    }

    /// <summary>The same in a list of several groups: for the first that holds it, not for one that is asked.</summary>
    public GatheringLine? LineFor(ImmutableArray<GroupId> groups) =>
        groups.Select(LineFor).FirstOrDefault(line => line?.Keeper is KeeperState.Keeping or KeeperState.Erased);

    private Gathering Founded(PlanGathering plan, MemberId? keeper)
    {
        var asked = plan.Groups.Select(group => new Keeper(group, null, KeeperState.Asked)).ToImmutableArray();
        var kept = keeper is { } first ? asked.SetItem(0, asked[0].KeptBy(first)) : asked;
        return this with { Plan = plan, Keepers = kept };
    }
}
