using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Areas;

/// <summary>What a person sees first.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<MemberHome>> GetHome(Caller by)
    {
        if (by.Member is not { } id) return MemberRefusals.NotFound;
        var now = clock.GetUtcNow();
        var seats = rows.SeatsOf(id.Value);
        var me = (await rows.Members([id.Value]))
            .Select(row => unreadable.Record<Member>("member", row, member => member.Standing))
            .FirstOrDefault();
        var mine = (await seats)
            .Select(row => unreadable.Record<Seat>("seat", row, seat => seat.State))
            .OfType<Seat>()
            .ToList();
        if (me?.ErasedAt is not null) return MemberRefusals.Erased;
        if (me?.Profile is null) return MemberRefusals.NotFound;
        var groups = await GroupsOf(me, now);
        var home = new HomePage(me, groups, mine, now);
        var asking = await members.Find(home.ToName);
        var names = asking.ToDictionary(one => one.Key, one => one.Value.NameFor(by, me.Standing, now));
        return home.WithNames(names);
    }

    private async Task<IReadOnlyList<GroupAtHome>> GroupsOf(Member me, DateTimeOffset now)
    {
        var found = (await rows.Groups([.. me.PartsOn(now).Select(part => part.GroupId.Value)]))
            .Select(row => unreadable.Read("group", row.Id, row.Payload, (Group group) => NextOf(group, now)))
            .OfType<GroupAtHome>();
        return await Task.WhenAll(found.Select(async one =>
        {
            var today = London.DayOf(now);
            var leads = one.Group.LedBy(new(CallerRole.Member, me.Id));
            if (!leads && one.Next is null) return one;
            var next = one.Next is { } meeting ? London.DayOf(meeting.StartsAt) : today;
            var from = leads ? today.AddDays(-7 * GroupAtHome.WeeksBack) : next;
            var recorded = unreadable.Meetings(await rows.Meetings(one.Group.Id.Value, from, next));
            return one with { Recorded = [.. recorded] };
        }));
    }

    private static GroupAtHome? NextOf(Group group, DateTimeOffset now) =>
        group.Description is null ? null : new(group, group.Calendar.Next(now), []);
}
