using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>Who keeps a gathering, and forgetting them.</summary>
internal sealed partial record Gathering
{
    /// <summary>
    /// A lead accepts to keep it for their group, or takes it over from somebody who no longer leads the group. Nobody
    /// keeps it for two.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="present">The standing of whoever keeps it for the group now.</param>
    /// <param name="by">The caller.</param>
    public Next<Gathering> Keep(GroupId group, MemberStanding own, MemberStanding present, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (own.Erased) return MemberRefusals.Erased;
        if (Find(group) is not { } keeper) return GatheringRefusals.GroupNotFound;
        if (keeper.Is(by)) return this;
        if (by.Member is not { } member || !own.Leads.Contains(group)) return GatheringRefusals.LeadsOnly;
        if (IsOver) return GatheringRefusals.State;
        if (keeper.Member is not null && present.Leads.Contains(group)) return GatheringRefusals.AlreadyKept;
        if (KeptFor(by) is not null) return GatheringRefusals.AlreadyKeeper;
        return With(keeper, keeper.KeptBy(member)).Answered(this);
    }

    /// <summary>A lead declines to keep it, or its keeper gives it up.</summary>
    public Next<Gathering> GiveUp(GroupId group, MemberStanding own, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (Find(group) is not { } keeper) return GatheringRefusals.GroupNotFound;
        if (!keeper.Is(by) && !own.Leads.Contains(group)) return GatheringRefusals.LeadsOnly;
        if (!keeper.Is(by) && keeper.Member is not null) return GatheringRefusals.AlreadyKept;
        if (keeper.State == KeeperState.Declined) return this;
        if (IsOver) return GatheringRefusals.State;
        return With(keeper, keeper.Declined()).Answered(this);
    }

    /// <summary>A keeper says how many of their group come and what they need, as long as it is kept.</summary>
    public Result<Gathering> SayComing(GroupId group, PeopleComing coming, Caller by, DateOnly today)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (Find(group) is not { } keeper) return GatheringRefusals.GroupNotFound;
        if (!keeper.Is(by)) return GatheringRefusals.KeepersOnly;
        if (GatheringRules.Check(coming) is { } wrong) return wrong;
        if (PeerNetJson.Same(keeper.Coming, coming)) return this;
        return IsOver || !KeepsComing(today) ? GatheringRefusals.State : With(keeper, keeper with { Coming = coming });
    }

    /// <summary>Forgets who comes, two days after its day: it may never be closed.</summary>
    public Next<Gathering> ForgetComing(DateOnly today)
    {
        if (KeepsComing(today)) return this;
        return Keepers.Any(keeper => keeper.Coming is not null) ? this with { Keepers = WithoutComing } : this;
    }

    /// <summary>Who keeps it for a group, if anybody does.</summary>
    public MemberId? KeeperOf(GroupId group) => Find(group)?.Member;

    /// <summary>Whether it leads to that person: as a keeper, or because they entered a count.</summary>
    public bool Names(MemberId person) =>
        Keepers.Any(keeper => keeper.Member == person) || Tallies.Any(tally => tally.By == person);

    /// <summary>
    /// Forgets a person. It was a keeper, and what they entered still counts, but nobody can read it back any more.
    /// </summary>
    public Next<Gathering> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (!Names(person)) return this;
        var without = this with
        {
            Keepers = [.. Keepers.Select(keeper => keeper.Without(person))],
            Tallies = [.. Tallies.Select(tally => tally.By == person ? tally with { By = null } : tally)],
        };
        return ((Next<Gathering>)without).Wiped();
    }

    /// <summary>A person who is erased needs no note of what is held about them.</summary>
    public Next<Gathering>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now)
    {
        // A group that is not there has no lead to be asked.
        if (message is LeadsTold) return this;
        if (message is HoldingReleased && code == MemberRefusals.Erased.Code) return this;
        return null;
    }

    // Whoever keeps it no longer, and has entered nothing, is no longer in it.
    private Next<Gathering> Answered(Gathering before)
    {
        var free = before.Keepers.Select(keeper => keeper.Member).OfType<MemberId>().Where(one => !Names(one));
        return Asking(before).Send([.. free.Select(one => new HoldingReleased(one, new("gathering", Id.Value)))]);
    }

    // Until somebody keeps it, a coordinator puts it right. What keepers have prepared stays theirs.
    private bool MayChange(Caller by) => KeptFor(by) is not null || (by.Coordinates && IsUntouched);

    private bool KeepsOrCoordinates(Caller by) => KeptFor(by) is not null || by.Coordinates;

    private bool IsUntouched
    {
        get
        {
            if (!Tables.IsEmpty || !TakenAway.IsEmpty || !Questions.IsEmpty) return false;
            return Keepers.All(keeper => keeper.State is KeeperState.Asked or KeeperState.Declined);
        }
    }

    private GroupId? KeptFor(Caller by) => Keepers.FirstOrDefault(keeper => keeper.Is(by))?.Group;

    private Keeper? Find(GroupId group) => Keepers.FirstOrDefault(keeper => keeper.Group == group);

    private bool KeepsComing(DateOnly today) =>
        Plan is not null && GatheringFields.KeepsComing(Plan.HeldOn, today);

    private ImmutableArray<Keeper> WithoutComing => [.. Keepers.Select(keeper => keeper with { Coming = null })];

    private Gathering With(Keeper old, Keeper keeper) => this with { Keepers = Keepers.Replace(old, keeper) };
}
