using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Gives an area a month to release.</summary>
internal static class ReleasingArea
{
    private static readonly Caller Lead = new(CallerRole.Member, new(Guid.CreateVersion7()));

    /// <summary>The month before last, which is settled on whatever day the tests run.</summary>
    public static DateOnly Month { get; } = new DateOnly(RunningArea.Today.Year, RunningArea.Today.Month, 1)
        .AddMonths(-2);

    /// <summary>
    /// Twenty people come to four groups for everybody, and six each to two groups for women and two for men.
    /// </summary>
    /// <returns>One of the first four.</returns>
    public static async Task<GroupId> Fill(Cell cell)
    {
        string[] words = ["women", "women", "men", "men", "", "", "", ""];
        GroupId group = default;
        foreach (var word in words)
        {
            group = new(Guid.CreateVersion7());
            var description = new GroupDescription { Name = "Tea", For = word.Length > 0 ? [word] : [] };
            RunningArea.Yes(await cell.Grains.Group(cell.Area, group).Put(description, IfMatch.None, Lead));
            await Log(cell, group, Month.AddDays(5), word.Length > 0 ? 3 : 5);
        }
        return group;
    }

    public static async Task Log(Cell cell, GroupId group, DateOnly day, int visitors)
    {
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = day, StartsAt = new(19, 0), Unnamed = new(Visitors: visitors),
        };
        RunningArea.Yes(await cell.Grains.Meeting(cell.Area, new(Guid.CreateVersion7())).Record(log, Lead));
    }

    /// <summary>Releases what is due from the month on, and waits until that is done.</summary>
    public static async Task<ReleasesDetails> Release(Cell cell)
    {
        await cell.Grains.Releases(cell.Area).Start(Month);
        var due = RunningArea.Today.Day >= 8 ? 2 : 1;
        await RunningArea.Until(async () => (await cell.Grains.Releases(cell.Area).List()).Items.Length == due);
        return await cell.Grains.Releases(cell.Area).List();
    }
}
