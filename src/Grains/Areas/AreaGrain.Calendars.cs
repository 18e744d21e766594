using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Areas;

/// <summary>Groups' meetings for calendars.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<PublishedCalendar>> GetCalendar(GroupId id, DateOnly from, DateOnly to, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row) return GroupRefusals.NotFound;
        return await CalendarIn(row, from, to, by) is { } calendar ? calendar : GroupRefusals.NotFound;
    }

    public async Task<ImmutableArray<PublishedCalendar>> GetCalendars(DateOnly from, DateOnly to, Caller by)
    {
        if (by.Member is not { } id) return [];
        var me = (await rows.Members([id.Value]))
            .Select(row => unreadable.Record<Member>("member", row, member => member.Standing))
            .FirstOrDefault();
        if (me?.Profile is null) return [];
        var found = await rows.Groups([.. me.Standing.Groups.Select(group => group.Value)]);
        var calendars = await Task.WhenAll(found.Select(row => CalendarIn(row, from, to, by)));
        return [.. calendars.OfType<PublishedCalendar>().OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private async Task<PublishedCalendar?> CalendarIn(AreaRow row, DateOnly from, DateOnly to, Caller by)
    {
        var recorded = unreadable.Meetings(await rows.Meetings(row.Id, from, to)).ToList();
        return unreadable.Read(
            "group", row.Id, row.Payload, (Group group) => group.CalendarFor(recorded, from, to, by));
    }
}
