using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Growth;

/// <summary>Reads an area's groups and what they held in a month.</summary>
internal sealed class MonthRecords(IAreaRows rows, UnreadableRows unreadable)
{
    private const int MaxAtOnce = 50;

    /// <summary>
    /// What is counted for the month; null if a row cannot be read, because what is released can never be put right.
    /// </summary>
    public async Task<CountedMonth?> Count(DateOnly month)
    {
        var groups = new List<GroupMonth>();
        var after = Guid.Empty;
        while (await rows.Groups(after, MaxAtOnce) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                if (await Read(row, month) is not { } group) return null;
                groups.Add(group);
            }
            after = page[^1].Id;
        }
        return CountedMonth.Of(month, groups);
    }

    private async Task<GroupMonth?> Read(AreaRow row, DateOnly first)
    {
        var last = Periods.Next(first, GrowthBy.Month).AddDays(-1);
        var found = await rows.Meetings(row.Id, first, last);
        var meetings = unreadable.Meetings(found).ToList();
        if (meetings.Count < found.Count) return null;
        return unreadable.Read<Group, GroupMonth>("group", row.Id, row.Payload, Counted);

        // As in the area's figures, what nobody has described is not a group.
        GroupMonth Counted(Group group)
        {
            if (group.Description is not { } described) return new(ReleasedAudience.Others, []);
            var held = HeldMeeting.InOrder(meetings).Where(one => one.On >= first && one.On <= last);
            return new(CountedMonth.AudienceOf(described.For), [.. held]);
        }
    }
}
