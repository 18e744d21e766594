using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>The months that an area releases, by a reminder, on silos whose clock is the test's.</summary>
public abstract partial class StorageSuite
{
    private static readonly DateOnly October = new(2026, 10, 1);
    private static readonly Caller Lead = By(new(Guid.CreateVersion7()));

    [Fact]
    public async Task A_month_is_released_once_by_a_reminder_and_a_correction_is_noted_with_the_next()
    {
        var options = await Area.FreshDatabase();
        var clock = new FakeTimeProvider(London.StartOf(new(2026, 11, 7)).AddHours(9));
        GroupId group;
        await using (var first = await Silo(options, clock))
        {
            group = await EightGroups(first.Client, October.AddDays(5));
            await first.Client.Releases(AreaUnderTest.Home).Start(October);
            await first.Client.Releases(AreaUnderTest.Home).Start(October);
            Assert.Empty((await first.Client.Releases(AreaUnderTest.Home).List()).Items);
        }
        await TicksOften(options);
        clock.Advance(TimeSpan.FromDays(1));

        await using var second = await Silo(options, clock);
        await Until(async () => (await Released(second)).Count == 1);
        var october = (await Released(second))[0];
        Assert.Equal((October, new(2026, 11, 8)), (october.StartsOn, october.ReleasedOn));
        var table = october.Table;
        Assert.Equal((8, 8, 20), (table.GroupsThatMet, table.MeetingsHeld, table.SumOfPublished));

        // Figures that have been counted since agree with what was counted for the release, so there is no note.
        await CountFigures(options, clock);
        clock.Advance(TimeSpan.FromDays(30));
        await Until(async () => (await Released(second)).Count == 2);
        Assert.Empty((await Released(second))[0].CorrectionsNotedOn);

        await Log(second.Client, group, October.AddDays(12), 40);
        await CountFigures(options, clock);
        clock.Advance(TimeSpan.FromDays(31));
        await Until(async () => (await Released(second)).Count == 3);
        var noted = (await Released(second))[0];
        Assert.Equal([new(2027, 1, 8)], noted.CorrectionsNotedOn);
        Assert.Equal(
            (october.ReleasedOn, october.Table.SumOfPublished), (noted.ReleasedOn, noted.Table.SumOfPublished));
        Assert.Equal(october.Table.People, noted.Table.People);
    }

    [Fact]
    public async Task A_month_with_a_row_that_cannot_be_read_is_released_once_the_row_is_repaired()
    {
        var options = await Area.FreshDatabase();
        await using var silo = await Silo(options, new(London.StartOf(new(2026, 11, 8)).AddHours(9)));
        await EightGroups(silo.Client, October.AddDays(5));
        await using var database = AreaDatabase.Open(options);
        var meeting = (await database.Views.Read(
            "SELECT grain_key, payload FROM peernet_row WHERE kind = 'meeting' LIMIT 1",
            row => (Key: row.GetString(0), Payload: row.GetFieldValue<byte[]>(1))))[0];
        var text = Encoding.UTF8.GetString(meeting.Payload);
        await Write(text.Replace("\"startsAt\":\"", "\"startsAt\":\"torn", StringComparison.Ordinal));
        await silo.Client.Releases(AreaUnderTest.Home).Start(October);
        Assert.Empty(await Released(silo));
        await Write(text);
        await silo.Client.Releases(AreaUnderTest.Home).Continue();
        Assert.Equal(8, Assert.Single(await Released(silo)).Table.MeetingsHeld);

        Task Write(string payload)
        {
            return database.Rows.Write(
                "UPDATE OrleansStorage SET PayloadBinary = @payload WHERE GrainIdExtensionString = @key",
                [[("payload", Encoding.UTF8.GetBytes(payload)), ("key", meeting.Key)]]);
        }
    }

    [Fact]
    public async Task A_year_that_silos_release_while_one_is_killed_has_each_month_once()
    {
        var options = await Area.FreshDatabase();
        var clock = new FakeTimeProvider(London.StartOf(new(2027, 10, 8)).AddHours(9));
        // An SQLite file has one silo at a time.
        await using var silos = await Silo(options, clock, silosAtOnce: this is StorageOnSqlite ? (short)1 : (short)2);
        await EightGroups(silos.Client, October.AddDays(5));
        var releasing = Enumerable.Range(0, 20)
            .Select(_ => silos.Client.Releases(AreaUnderTest.Home).Start(October)).ToList();
        var killed = silos.Silos.Count > 1 ? silos.KillSiloAsync(silos.Silos[1], Ended) : Task.CompletedTask;
        // Calls to the silo that is killed may fail.
        await Task.WhenAny(Task.WhenAll(releasing));
        await killed;
        await Until(async () =>
        {
            await silos.Client.Releases(AreaUnderTest.Home).Start(October);
            return (await Released(silos)).Count == 12;
        });
        Assert.Equal(
            Enumerable.Range(0, 12).Select(October.AddMonths), (await Released(silos)).Select(one => one.StartsOn));
        await silos.Client.Releases(AreaUnderTest.Home).Continue();
        Assert.Equal(12, (await Released(silos)).Count);
    }

    /// <summary>Four groups for everybody, two for women and two for men, each of which met once.</summary>
    /// <returns>One of the first four.</returns>
    private static async Task<GroupId> EightGroups(IGrainFactory grains, DateOnly day)
    {
        string[] words = ["", "", "", "", "women", "women", "men", "men"];
        GroupId group = default;
        foreach (var word in words.Reverse())
        {
            group = new(Guid.CreateVersion7());
            var description = new GroupDescription { Name = "Tea", For = word.Length > 0 ? [word] : [] };
            Yes(await grains.Group(AreaUnderTest.Home, group).Put(description, IfMatch.None, Lead));
            await Log(grains, group, day, word.Length > 0 ? 3 : 5);
        }
        return group;
    }

    private static async Task Log(IGrainFactory grains, GroupId group, DateOnly day, int visitors)
    {
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = day, StartsAt = new(19, 0), Unnamed = new(Visitors: visitors),
        };
        Yes(await grains.Meeting(AreaUnderTest.Home, new(Guid.CreateVersion7())).Record(log, Lead));
    }

    private static async Task CountFigures(DatabaseOptions options, TimeProvider clock)
    {
        await using var database = AreaDatabase.Open(options);
        var count = CounterOf(database, TimeProvider.System);
        await count.Begin(London.DayOf(clock.GetUtcNow()));
        while (await count.Follow(10) > 0) { }
    }

    private static async Task<IReadOnlyList<ReleasedMonth>> Released(InProcessTestCluster silos) =>
        (await silos.Client.Releases(AreaUnderTest.Home).List()).Items;
}
