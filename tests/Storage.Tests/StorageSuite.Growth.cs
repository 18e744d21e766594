using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly DateOnly CountedOn = new(2026, 11, 23);

    [Fact]
    public async Task Figures_are_what_the_rows_say_after_random_writes_by_many_while_two_count_and_one_is_killed()
    {
        await Empty();
        var random = new Random(20261123);
        var groups = Enumerable.Range(0, 4).Select(_ => new GroupRows(Area.Storage, random.Next())).ToList();
        var people = new RandomOffers(Area.Storage, random.Next());
        var seats = new RandomSeats(Area.Storage, random.Next());
        await Counter.Begin(CountedOn);
        var writing = Task.WhenAll([.. groups.Select(group => group.Live(30)), people.Live(30), seats.Live(30)]);
        using var killed = new CancellationTokenSource();
        var dying = Follow(killed.Token);
        while (!writing.IsCompleted)
        {
            await Task.Yield();
            await Task.WhenAll(Counter.Follow(2, Ended), Counter.Follow(2, Ended));
        }
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying);
        await writing;
        await CountAll();

        foreach (var by in Enum.GetValues<GrowthBy>())
        {
            foreach (var group in groups) Assert.Equal(Lines(group.Figures(by)), Lines(await Read($"{group.Id}", by)));
            Assert.Equal(Sum(groups, by, people.Figures(by), seats.Figures(by)), await Read(GrowthScope.Area, by));
            foreach (var kind in groups.GroupBy(group => group.Kind))
                Assert.Equal(Sum(kind, by), await Read(kind.Key, by));
        }
        Assert.Empty(await Counter.Recount(CountedOn));
    }

    [Fact]
    public async Task A_count_that_stops_in_the_middle_has_counted_nothing_and_is_made_up_for()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 1);
        await group.Live(5);
        await CountAll();
        await group.Live(5);
        // The count fails once it comes to the area's figures, after those of the group.
        await Spoil("figures = '?' || figures", $"scope = '{GrowthScope.Area}'");
        var counter = Counter;
        Assert.Equal(0, await counter.Follow(10, Ended));
        Assert.Equal([$"{group.Id}"], counter.NotCounted);
        Assert.Equal(1, (await new GrowthRows(Area.Database).Counted()).Behind);
        await Spoil("figures = substr(figures, 2)", $"scope = '{GrowthScope.Area}'");
        await CountAll();
        Assert.Equal(Sum([group], GrowthBy.Month), await Read(GrowthScope.Area, GrowthBy.Month));
        Assert.Empty(await Counter.Recount(CountedOn));
    }

    [Fact]
    public async Task A_recount_reports_what_was_wrong_and_puts_it_right()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 2);
        await group.Live(10);
        await CountAll();
        var none = JsonSerializer.Serialize(Figures.None, Contracts.PeerNetJson.Options);
        await Spoil($"figures = '{none}'", $"scope = '{group.Id}' AND starts_on = '2026-05-01'");
        await Spoil($"figures = '{none}'", $"scope = '{GrowthScope.Area}' AND starts_on = '2026-06-01'");
        var wrong = await Counter.Recount(CountedOn);
        Assert.Contains(new FigureKey($"{group.Id}", GrowthBy.Month, new(2026, 5, 1)), wrong);
        Assert.Contains(new FigureKey(GrowthScope.Area, GrowthBy.Month, new(2026, 6, 1)), wrong);
        Assert.Equal(Sum([group], GrowthBy.Month), await Read(GrowthScope.Area, GrowthBy.Month));
        Assert.Empty(await Counter.Recount(CountedOn));
    }

    [Fact]
    public async Task A_group_that_goes_takes_its_figures_along_and_one_that_changes_its_kind_moves_them()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 3);
        await group.Live(10);
        await CountAll();
        var before = group.Kind;
        await group.ChangeKind();
        await CountAll();
        Assert.Empty(await Read(before, GrowthBy.Month));
        Assert.Equal(Sum([group], GrowthBy.Month), await Read(group.Kind, GrowthBy.Month));
        await group.Clear();
        await CountAll();
        Assert.Equal(0L, await Ask<long>("SELECT count(*) FROM peernet_growth"));
    }

    [Fact]
    public async Task Offers_count_for_their_group_or_like_seats_for_the_area_alone_and_go_with_their_rows()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 5);
        var people = new RandomOffers(Area.Storage, 6);
        await group.Live(20);
        await people.Live(20);
        var seats = new RandomSeats(Area.Storage, 9);
        await seats.Live(20);
        await CountAll();
        var ofGroup = await Read($"{group.Id}", GrowthBy.Month);
        Assert.Contains(ofGroup.Values, month => month.Offers.Opened + month.Requests.Opened > 0);
        Assert.Equal(group.Figures(GrowthBy.Month), ofGroup);
        Assert.Equal(Sum([group], GrowthBy.Month), await Read(group.Kind, GrowthBy.Month));
        Assert.Equal(
            Sum([group], GrowthBy.Month, people.Figures(GrowthBy.Month), seats.Figures(GrowthBy.Month)),
            await Read(GrowthScope.Area, GrowthBy.Month));
        await Run("DELETE FROM OrleansStorage WHERE GrainTypeString IN ('support-offer', 'seat')");
        await CountAll();
        foreach (var month in (await Read(GrowthScope.Area, GrowthBy.Month)).Values)
        {
            Assert.Equal((new(), new()), (month.Offers, month.Requests));
            Assert.All(month.Neighbours, one => Assert.Equal((0, 0), (one.Seats, one.SeatsLeft)));
        }
        Assert.Empty(await Counter.Recount(CountedOn));
    }

    [Fact]
    public async Task A_damaged_meeting_or_offer_is_skipped_alone_and_counts_again_once_it_is_repaired()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 7);
        await group.Live(40);
        await CountAll();
        foreach (var (kind, id) in new[] { ("meeting", group.AMeeting), ("support-offer", group.AnOffer) })
        {
            var key = $"{AreaUnderTest.Home}/{kind}/{id}";
            var whole = Encoding.UTF8.GetString(await Ask<byte[]>(
                "SELECT PayloadBinary FROM OrleansStorage WHERE GrainIdExtensionString = @key", ("key", key)));
            string[] damages =
            [
                .. Damages.Take(this is StorageOnSqlite ? 2 : 1),
                $$$"""
                {"version":1,"record":{"groupId":"{{{group.Id}}}","group":"{{{group.Id}}}","isHeld":true,
                "heldOn":"?","openedOn":"?"}}
                """,
            ];
            foreach (var damage in damages)
            {
                await Damage(kind, id, damage);
                await CountAll();
                var without = group.Figures(GrowthBy.Month, except: id);
                Assert.NotEqual(group.Figures(GrowthBy.Month), without);
                Assert.Equal(without, await Read($"{group.Id}", GrowthBy.Month));
            }
            await Damage(kind, id, whole);
            await CountAll();
            Assert.Equal(group.Figures(GrowthBy.Month), await Read($"{group.Id}", GrowthBy.Month));
        }
        Assert.Empty(await Counter.Recount(CountedOn));
    }

    [Fact]
    public async Task A_new_day_counts_every_group_once_more_and_an_earlier_one_none()
    {
        await Empty();
        await new GroupRows(Area.Storage, 4).Live(3);
        await CountAll();
        await Counter.Begin(CountedOn);
        Assert.Equal(0, (await new GrowthRows(Area.Database).Counted()).Behind);
        await Run("UPDATE peernet_growth_day SET counted_on = '2026-11-22'");
        await Counter.Begin(CountedOn);
        Assert.Equal((CountedOn, 1), await new GrowthRows(Area.Database).Counted());
        await CountAll();
    }

    private GrowthCount Counter => CounterOf(Area.Database, TimeProvider.System);

    private static GrowthCount CounterOf(AreaDatabase database, TimeProvider clock) =>
        new(database, new(NullLogger<UnreadableRows>.Instance), clock, NullLogger<GrowthCount>.Instance);

    private async Task CountAll()
    {
        var counter = Counter;
        await counter.Begin(CountedOn);
        while (await counter.Follow(10, Ended) > 0) { }
        Assert.Empty(counter.NotCounted);
    }

    private async Task Follow(CancellationToken stopping)
    {
        // SQLite answers at once, so without this the caller would not go on.
        await Task.Yield();
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            await Counter.Follow(3, stopping);
        }
    }

    private Task Spoil(string set, string where) => Run($"UPDATE peernet_growth SET {set} WHERE {where}");

    private async Task Run(string sql)
    {
        await using var connection = await Area.Database.Rows.OpenConnectionAsync(Ended);
        await Run(connection, sql);
    }

    private async Task<SortedDictionary<DateOnly, Figures>> Read(string scope, GrowthBy by) =>
        new(await new GrowthRows(Area.Database).Read(scope, by, DateOnly.MinValue, DateOnly.MaxValue));

    // A difference is easier to find in one line than in a table.
    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<DateOnly, Figures>> figures) =>
        [.. figures.Select(one => $"{one.Key:yyyy-MM-dd} {JsonSerializer.Serialize(one.Value)}")];

    private static SortedDictionary<DateOnly, Figures> Sum(
        IEnumerable<GroupRows> groups, GrowthBy by,
        params IEnumerable<IEnumerable<KeyValuePair<DateOnly, Figures>>> others)
    {
        var sums = GroupRows.Sum([.. groups.Select(group => group.Figures(by)), .. others]);
        return new(sums.Where(one => one.Value != Figures.None).ToDictionary());
    }
}
