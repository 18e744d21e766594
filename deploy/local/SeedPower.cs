using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Power;

namespace PeerNet.Local;

/// <summary>Seeds who holds which role in a few groups: alone for long, shared, or handed on.</summary>
internal sealed class SeedPower(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>Lets somebody say what they do, or goes on where an earlier start stopped.</summary>
    public async Task Write(SeedHold hold, int place)
    {
        var id = new RoleHoldId(SeedId.Of(at.Area.Value, "hold", place));
        var group = file.Groups.ElementAt(hold.Group);
        var grain = grains.Power(at.Area, group.Id);
        var holder = new Caller(CallerRole.Member, group.People[hold.Person]);
        var taken = new RoleHoldId(SeedId.Of(at.Area.Value, "taken", place));
        var roles = Seed.Expect(await grain.GetPower(holder)).Roles;
        // The earlier start may have been on another day, so the day since which it is held is said once.
        if (!roles.Any(one => one.Id == id || one.Id == taken))
        {
            var since = today.AddMonths(-hold.Months);
            var says = new HoldRole { Role = hold.Role, Since = since, SharedWith = hold.SharedWith };
            Seed.Expect(await grain.HoldRole(id, says, holder));
        }
        if (hold.TakenBy is not { } next) return;
        Seed.Expect(await grain.OfferRole(id, holder));
        var taker = new Caller(CallerRole.Member, group.People[next]);
        Seed.Expect(await grain.TakeRole(id, new(taken), taker));
    }
}

/// <summary>A made-up role that somebody holds.</summary>
/// <param name="Group">The place of the group.</param>
/// <param name="Person">The place of the person in it.</param>
/// <param name="Role">What they do.</param>
/// <param name="Months">For how many months.</param>
/// <param name="SharedWith">How many others do it with them.</param>
/// <param name="TakenBy">The place of the person who takes it over, if anybody does.</param>
internal sealed record SeedHold(
    int Group, int Person, GroupRole Role, int Months, int SharedWith, int? TakenBy = null);
