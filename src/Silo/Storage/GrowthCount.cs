using System.Data.Common;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Counts figures. A group that has changed is counted afresh from its rows, and what has changed is added to the
/// area's and its kind's, all in one transaction with the note that it was uncounted: however often it stops or is
/// repeated, and whichever silo does it, each change counts once. One transaction counts at a time.
/// </summary>
internal sealed class GrowthCount(AreaDatabase database, UnreadableRows unreadable)
{
    private const string Lock = "UPDATE peernet_growth_day SET only_one = 1";
    private const string Uncounted = "SELECT DISTINCT group_id FROM peernet_uncounted LIMIT @limit";

    private const string AllGroups =
        """
        SELECT id FROM peernet_row WHERE kind = 'group'
        UNION SELECT scope FROM peernet_growth WHERE kind IS NOT NULL
        """;

    private const string MeetingsOfGroup =
        "SELECT id, payload FROM peernet_row WHERE kind = 'meeting' AND document ->> 'groupId' = @group";

    private const string FiguresOfGroup =
        "SELECT by_period, starts_on, kind, figures FROM peernet_growth WHERE scope = @scope";

    private const string Put =
        """
        INSERT INTO peernet_growth(scope, by_period, starts_on, kind, figures)
        VALUES (@scope, @by, @on, @kind, @figures)
        ON CONFLICT (scope, by_period, starts_on) DO UPDATE SET kind = excluded.kind, figures = excluded.figures
        """;

    private const string Remove =
        "DELETE FROM peernet_growth WHERE scope = @scope AND by_period = @by AND starts_on = @on";

    private const string Totals =
        "SELECT scope, by_period, starts_on, figures FROM peernet_growth WHERE kind IS NULL";

    private const string OfAllGroups =
        "SELECT kind, by_period, starts_on, figures FROM peernet_growth WHERE kind IS NOT NULL";

    /// <summary>Moves the day on, after which every group is to be counted again.</summary>
    public async Task Begin(DateOnly today)
    {
        var ended = await database.Views.Read(
            "SELECT 1 FROM peernet_growth_day WHERE counted_on < @today", _ => true, ("today", Sql.Day(today)));
        if (ended.Count == 0) return;
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var begins = await transaction.Run(
            "UPDATE peernet_growth_day SET counted_on = @today WHERE counted_on < @today", ("today", Sql.Day(today)));
        if (begins == 0) return;
        await transaction.Run(
            "INSERT INTO peernet_uncounted(group_id) SELECT id FROM peernet_row WHERE kind = 'group'");
        await transaction.CommitAsync();
    }

    /// <summary>Counts groups that have changed, and returns how many.</summary>
    public async Task<int> Follow(int limit, CancellationToken stopping = default)
    {
        var groups = await database.Views.Read(Uncounted, row => row.GetString(0), ("limit", limit));
        foreach (var group in groups)
        {
            stopping.ThrowIfCancellationRequested();
            await Count(group);
        }
        return groups.Count;
    }

    /// <summary>
    /// Counts everything from the rows, while silos run. Returns which figures were wrong; those of groups that were
    /// still to be counted were only late.
    /// </summary>
    public async Task<IReadOnlyList<FigureKey>> Recount(DateOnly today)
    {
        await Begin(today);
        var wrong = new List<FigureKey>();
        foreach (var group in await database.Views.Read(AllGroups, row => row.GetString(0)))
            wrong.AddRange(await Count(group));
        wrong.AddRange(await AddUp());
        return wrong;
    }

    private async Task<IReadOnlyList<FigureKey>> Count(string group)
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.Run(Lock);
        // Before the rows are read: a write that comes later leaves a line of its own.
        var late = await transaction.Run("DELETE FROM peernet_uncounted WHERE group_id = @group", ("group", group));
        var known = (await transaction.Read(FiguresOfGroup, row => Stored(group, row), ("scope", group)))
            .ToDictionary(one => one.Key, one => one.Figures);
        var counted = (await FromRows(transaction, group)).ToDictionary(one => one.Key, one => one.Figures);
        var changed = known.Keys.Union(counted.Keys)
            .Where(key => known.GetValueOrDefault(key) != counted.GetValueOrDefault(key))
            .ToList();
        foreach (var key in changed)
        {
            if (known.GetValueOrDefault(key) is { } before) await Add(transaction, key, before, -1);
            if (counted.GetValueOrDefault(key) is { } after) await Add(transaction, key, after, 1);
            await Write(transaction, key, counted.GetValueOrDefault(key));
        }
        await transaction.CommitAsync();
        return late > 0 ? [] : changed;
    }

    private async Task<IReadOnlyList<(FigureKey Key, KindFigures Figures)>> FromRows(
        DbTransaction transaction, string group)
    {
        var today = (await transaction.Read(
            "SELECT counted_on FROM peernet_growth_day", row => Sql.Day(row.GetString(0))))[0];
        var rows = await transaction.Read(AreaRows.GroupById, AreaRows.Row, ("id", group));
        if (rows is not [var found]) return [];
        List<Meeting> meetings =
            [.. unreadable.Meetings(await transaction.Read(MeetingsOfGroup, AreaRows.Row, ("group", group)))];
        return unreadable.Read("group", found.Id, found.Payload, (Group read) => Counted(read).ToList()) ?? [];

        IEnumerable<(FigureKey, KindFigures)> Counted(Group read)
        {
            var kind = Words<MeetingFormat>.Of(read.Description?.Format ?? default);
            return Enum.GetValues<GrowthBy>().SelectMany(by => GroupGrowth.Of(read, meetings, today, by)
                .Select(one => (new FigureKey(group, by, one.Key), new KindFigures(kind, one.Value))));
        }
    }

    // The area's and the kind's figures are the sums of its groups'.
    private static async Task Add(DbTransaction transaction, FigureKey of, KindFigures figures, int times)
    {
        foreach (var scope in (string[])[GrowthScope.Area, figures.Kind!])
        {
            var key = of with { Scope = scope };
            var found = await transaction.Read(
                $"{FiguresOfGroup} AND by_period = @by AND starts_on = @on", row => Stored(scope, row).Figures.Figures,
                ("scope", scope), ("by", Words<GrowthBy>.Of(key.By)), ("on", Sql.Day(key.StartsOn)));
            var sum = found is [var known] ? known : Figures.None;
            var next = times > 0 ? sum.Plus(figures.Figures) : sum.Minus(figures.Figures);
            await Write(transaction, key, next == Figures.None ? null : new(null, next));
        }
    }

    private async Task<IReadOnlyList<FigureKey>> AddUp()
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.Run(Lock);
        var known = (await transaction.Read(Totals, Total)).ToDictionary(one => one.Key, one => one.Figures);
        var sums = (await transaction.Read(OfAllGroups, Total))
            .SelectMany(one => new[] { one, (Key: one.Key with { Scope = GrowthScope.Area }, one.Figures) })
            .GroupBy(one => one.Key, one => one.Figures)
            .Select(all => (all.Key, Figures: all.Aggregate(FigureSums.Plus)))
            .Where(one => one.Figures != Figures.None)
            .ToDictionary(one => one.Key, one => one.Figures);
        var wrong = known.Keys.Union(sums.Keys)
            .Where(key => known.GetValueOrDefault(key) != sums.GetValueOrDefault(key))
            .ToList();
        foreach (var key in wrong)
            await Write(transaction, key, sums.GetValueOrDefault(key) is { } sum ? new(null, sum) : null);
        await transaction.CommitAsync();
        return wrong;
    }

    private static async Task Write(DbTransaction transaction, FigureKey key, KindFigures? figures)
    {
        (string, object?)[] place =
            [("scope", key.Scope), ("by", Words<GrowthBy>.Of(key.By)), ("on", Sql.Day(key.StartsOn))];
        if (figures is null)
        {
            await transaction.Run(Remove, place);
            return;
        }
        var json = JsonSerializer.Serialize(figures.Figures, PeerNetJson.Options);
        await transaction.Run(Put, [.. place, ("kind", figures.Kind), ("figures", json)]);
    }

    private static GrowthBy ByOf(string period) => Words<GrowthBy>.Find(period)!.Value;

    private static (FigureKey Key, Figures Figures) Total(DbDataReader row)
    {
        var key = new FigureKey(row.GetString(0), ByOf(row.GetString(1)), Sql.Day(row.GetString(2)));
        return (key, GrowthRows.FiguresIn(row, 3));
    }

    private static (FigureKey Key, KindFigures Figures) Stored(string scope, DbDataReader row)
    {
        var key = new FigureKey(scope, ByOf(row.GetString(0)), Sql.Day(row.GetString(1)));
        return (key, new(row.IsDBNull(2) ? null : row.GetString(2), GrowthRows.FiguresIn(row, 3)));
    }
}

/// <summary>Figures of one group, with its kind; of several groups, without.</summary>
internal sealed record KindFigures(string? Kind, Figures Figures);
