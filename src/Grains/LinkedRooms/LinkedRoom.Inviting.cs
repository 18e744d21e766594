using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Asking other areas, and what they answer.</summary>
internal sealed partial record LinkedRoom
{
    /// <summary>
    /// A keeper asks another area, which makes this one the host, even if it has declined to join one of another area.
    /// If the plan has changed since, every area is told.
    /// </summary>
    public Next<LinkedRoom> Ask(AreaId area, GatheringDetails gathering, AreaId home)
    {
        if (!IsKept(gathering)) return GatheringRefusals.KeepersOnly;
        if (Host is { } host && host != home && State != LinkedRoomState.Declined) return LinkedRoomRefusals.NotTheHost;
        if (IsOver(gathering)) return LinkedRoomRefusals.Over;
        var plan = PlanOf(gathering);
        var isKnown = Areas.Any(one => one.Area == area);
        if (isKnown && Plan == plan) return this;
        if (!isKnown && IsFullWithout(area)) return LinkedRoomRefusals.Full;
        var asking = this with
        {
            Id = gathering.Id,
            Host = home,
            Plan = plan,
            State = LinkedRoomState.Joined,
            Areas = isKnown ? Areas : Areas.Add(new(area, LinkedRoomState.Asked)),
        };
        var told = asking.Areas.Where(one => one.Area == area || Plan != plan).Select(one => one.Area);
        return asking.Tell(told, home);
    }

    /// <summary>A keeper of our own gathering, which is on the same day, says that it is part of it.</summary>
    public Next<LinkedRoom> Join(GatheringDetails gathering, AreaId home)
    {
        if (Host is not { } host) return LinkedRoomRefusals.NotFound;
        if (!IsKept(gathering)) return GatheringRefusals.KeepersOnly;
        if (State == LinkedRoomState.Joined) return this;
        if (IsOver(gathering)) return LinkedRoomRefusals.Over;
        if (Plan!.IsCancelled) return LinkedRoomRefusals.Cancelled;
        if (gathering.Plan.HeldOn != Plan.HeldOn) return LinkedRoomRefusals.AnotherDay;
        return Answer(LinkedRoomState.Joined, host, home);
    }

    /// <summary>A lead or a coordinator says that nobody here holds it.</summary>
    /// <param name="canAnswer">Whether the caller leads a group or coordinates.</param>
    /// <param name="home">This area.</param>
    public Next<LinkedRoom> Decline(bool canAnswer, AreaId home)
    {
        if (!canAnswer) return LinkedRoomRefusals.LeadsOnly;
        if (Host is not { } host) return LinkedRoomRefusals.NotFound;
        if (State == LinkedRoomState.Joined) return LinkedRoomRefusals.Joined;
        return State == LinkedRoomState.Declined ? this : Answer(LinkedRoomState.Declined, host, home);
    }

    private Next<LinkedRoom> Receive(RoomAsked asked, DateOnly today)
    {
        var isFromAnother = Host is { } host && host != asked.From;
        if (isFromAnother && State == LinkedRoomState.Joined) return LinkRefusals.Misdirected;
        if (!isFromAnother && PlanVersion >= asked.Version) return this;
        if (LinkedRoomRules.Check(asked.Plan) is { } wrong) return wrong;
        // Until somebody here joins, whoever asked first, perhaps with a foreign ID, keeps nobody else out.
        var known = isFromAnother ? new LinkedRoom() : this;
        // It came too late. What nobody can answer is not kept, and makes no room for more.
        if (known.Host is null && asked.Plan.IsCancelled) return this;
        if (known.State == LinkedRoomState.Asked && asked.Plan.HeldOn < today) return this;
        return known with { Id = asked.Gathering, Host = asked.From, Plan = asked.Plan, PlanVersion = asked.Version };
    }

    // Once an area has joined, it does not answer any more: whatever comes afterwards was written before.
    private Next<LinkedRoom> Receive(RoomAnswered answered, AreaId home)
    {
        var known = Areas.FirstOrDefault(one => one.Area == answered.From);
        if (Host != home || known is null) return LinkRefusals.Misdirected;
        var state = answered.Joins ? LinkedRoomState.Joined : LinkedRoomState.Declined;
        if (known.State == LinkedRoomState.Joined || known.State == state) return this;
        if (answered.Joins && IsFullWithout(known.Area)) return LinkedRoomRefusals.Full;
        var next = this with { Areas = Areas.Replace(known, known with { State = state }) };
        return answered.Joins ? next.ShareWith(known.Area, home) : next;
    }

    private Next<LinkedRoom> Answer(LinkedRoomState state, AreaId host, AreaId home)
    {
        return (this with { State = state }).Send(new RoomAnswered
        {
            From = home, To = host, Gathering = Id, Joins = state == LinkedRoomState.Joined,
        });
    }

    private Next<LinkedRoom> TellPlan(LinkedPlan plan, AreaId home) =>
        plan == Plan ? this : (this with { Plan = plan }).Tell(Areas.Select(one => one.Area), home);

    private Next<LinkedRoom> Tell(IEnumerable<AreaId> areas, AreaId home) =>
        this.Send([.. areas.Select(to => new RoomAsked { From = home, To = to, Gathering = Id, Plan = Plan! })]);

    private bool IsFullWithout(AreaId area)
    {
        var others = Areas.Count(one => one.Area != area && one.State != LinkedRoomState.Declined);
        return others >= LinkedRoomFields.MaxAreas - 1;
    }

    private static bool IsKept(GatheringDetails gathering) => gathering.Keepers.Any(keeper => keeper.IsMine);

    private static bool IsOver(GatheringDetails gathering) =>
        gathering.State is GatheringState.Closed or GatheringState.Cancelled;

    private static LinkedPlan PlanOf(GatheringDetails gathering)
    {
        var plan = gathering.Plan;
        return new(plan.Title, plan.HeldOn, plan.StartsAt, plan.Minutes)
        {
            IsCancelled = gathering.State == GatheringState.Cancelled,
        };
    }
}
