using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;

namespace PeerNet.Grains.Areas;

/// <summary>Groups' meetings for calendars.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<PublishedCalendar>> GetCalendar(GroupId id, DateOnly from, DateOnly to, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row) return GroupRefusals.NotFound;
        var recorded = unreadable.Meetings(await rows.Meetings(id.Value, from, to)).ToList();
        var calendar = unreadable.Read(
            "group", row.Id, row.Payload, (Group group) => group.CalendarFor(recorded, from, to, by));
        return calendar is null ? GroupRefusals.NotFound : calendar;
    }
}
