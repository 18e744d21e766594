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
        await Counter.Begin(CountedOn);
        var writing = Task.WhenAll(groups.Select(group => group.Live(25)));
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
            foreach (var group in groups) Assert.Equal(group.Figures(by), await Read($"{group.Id}", by));
            Assert.Equal(Sum(groups, by), await Read(GrowthScope.Area, by));
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
        await Assert.ThrowsAsync<JsonException>(CountAll);
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

    private GrowthCount Counter => new(Area.Database, new(NullLogger<UnreadableRows>.Instance));

    private async Task CountAll()
    {
        await Counter.Begin(CountedOn);
        while (await Counter.Follow(10, Ended) > 0) { }
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

    private static SortedDictionary<DateOnly, Figures> Sum(IEnumerable<GroupRows> groups, GrowthBy by)
    {
        return new(groups.SelectMany(group => group.Figures(by))
            .GroupBy(one => one.Key, one => one.Value)
            .Select(all => KeyValuePair.Create(all.Key, all.Aggregate(FigureSums.Plus)))
            .Where(one => one.Value != Figures.None)
            .ToDictionary());
    }
}
