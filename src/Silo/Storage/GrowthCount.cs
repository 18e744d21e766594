using System.Data.Common;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Counts figures. A group, offer or seat that has changed is counted afresh from its rows, and what has changed is
/// added to the area's and its kind's, all in one transaction with the note that it was uncounted: however often it
/// stops or is repeated, and whichever silo does it, each change counts once. One transaction counts at a time.
/// </summary>
internal sealed partial class GrowthCount(
    AreaDatabase database, UnreadableRows unreadable, TimeProvider clock, ILogger<GrowthCount> log)
{
    private const string Lock = "UPDATE peernet_growth_day SET only_one = 1";
    private const string Uncounted = "SELECT DISTINCT scope FROM peernet_uncounted LIMIT @limit";

    private const string Everything =
        $"""
        SELECT id FROM peernet_row WHERE kind = 'group'
        UNION SELECT '{GrowthScope.Offer}' || id FROM peernet_row
              WHERE kind = 'support-offer' AND document ->> 'group' IS NULL
        UNION SELECT '{GrowthScope.Seat}' || id FROM peernet_row WHERE kind = 'seat'
        UNION SELECT scope FROM peernet_growth WHERE kind IS NOT NULL
        """;

    private const string FiguresOfScope =
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

    private const string Parts =
        "SELECT kind, by_period, starts_on, figures FROM peernet_growth WHERE kind IS NOT NULL";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly GrowthRecords records = new(unreadable);
    private readonly OverviewCount overview = new(unreadable);
    private readonly Failing<string> failing = new(clock, Interval);

    /// <summary>Groups, offers and seats that could not be counted when that was last tried.</summary>
    public ICollection<string> NotCounted => failing.Keys;

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
            "INSERT INTO peernet_uncounted(scope) SELECT id FROM peernet_row WHERE kind = 'group'");
        await transaction.CommitAsync();
    }

    /// <summary>
    /// Counts groups, offers and seats that have changed, and returns how many. One that cannot be counted is tried
    /// again later, and holds up no other.
    /// </summary>
    public async Task<int> Follow(int limit, CancellationToken stopping = default)
    {
        var asked = limit + failing.Count;
        var waiting = await database.Views.Read(Uncounted, row => row.GetString(0), ("limit", asked));
        if (waiting.Count < asked) failing.Keep(waiting);
        var counted = 0;
        foreach (var scope in waiting.Where(one => !failing.Waits(one)).Take(limit))
        {
            stopping.ThrowIfCancellationRequested();
            if (await TryCount(scope) is not null) counted++;
        }
        return counted;
    }

    /// <summary>
    /// Counts everything from the rows, while silos run. Returns which figures were wrong; those that were still to
    /// be counted were only late.
    /// </summary>
    public async Task<IReadOnlyList<FigureKey>> Recount(DateOnly today)
    {
        await Begin(today);
        var wrong = new List<FigureKey>();
        foreach (var scope in await database.Views.Read(Everything, row => row.GetString(0)))
            wrong.AddRange(await TryCount(scope) ?? []);
        wrong.AddRange(await AddUp());
        return wrong;
    }

    /// <summary>Which figures were wrong; null if the scope cannot be counted.</summary>
    private async Task<IReadOnlyList<FigureKey>?> TryCount(string scope)
    {
        try
        {
            var wrong = await Count(scope);
            failing.Remove(scope);
            return wrong;
        }
        catch (Exception fault) when (!StorageFaults.IsOutage(fault))
        {
            if (failing.Add(scope)) CannotCount(scope, fault.GetType().FullName);
            return null;
        }
    }

    private async Task<IReadOnlyList<FigureKey>> Count(string scope)
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.Run(Lock);
        // Before the rows are read: a write that comes later leaves a line of its own.
        var late = await transaction.Run("DELETE FROM peernet_uncounted WHERE scope = @scope", ("scope", scope));
        var known = (await transaction.Read(FiguresOfScope, row => Stored(scope, row), ("scope", scope)))
            .ToDictionary(one => one.Key, one => one.Figures);
        var group = await records.ReadGroup(transaction, scope);
        var figures = group is null ? await records.Read(transaction, scope) : records.FiguresOf(scope, group);
        var counted = figures.ToDictionary(one => one.Key, one => one.Figures);
        var changed = known.Keys.Union(counted.Keys)
            .Where(key => known.GetValueOrDefault(key) != counted.GetValueOrDefault(key))
            .ToList();
        foreach (var key in changed)
        {
            foreach (var (sum, change) in Changes(known.GetValueOrDefault(key), counted.GetValueOrDefault(key)))
                await Add(transaction, key with { Scope = sum }, change);
            await Write(transaction, key, counted.GetValueOrDefault(key));
        }
        await overview.Follow(transaction, scope, group);
        await transaction.CommitAsync();
        return late > 0 ? [] : changed;
    }

    // The area's and the kind's figures are sums, and one that stays as it is is not written.
    private static IEnumerable<(string Scope, Figures Change)> Changes(KindFigures? before, KindFigures? after)
    {
        return (before?.Sums ?? []).Select(sum => (Scope: sum, Change: Figures.None.Minus(before!.Figures)))
            .Concat((after?.Sums ?? []).Select(sum => (Scope: sum, Change: after!.Figures)))
            .GroupBy(one => one.Scope, one => one.Change)
            .Select(all => (all.Key, all.Aggregate(FigureSums.Plus)))
            .Where(one => one.Item2 != Figures.None);
    }

    private static async Task Add(DbTransaction transaction, FigureKey key, Figures change)
    {
        var found = await transaction.Read(
            $"{FiguresOfScope} AND by_period = @by AND starts_on = @on", row => Stored(key.Scope, row).Figures.Figures,
            ("scope", key.Scope), ("by", Words<GrowthBy>.Of(key.By)), ("on", Sql.Day(key.StartsOn)));
        var next = (found is [var known] ? known : Figures.None).Plus(change);
        await Write(transaction, key, next == Figures.None ? null : new(null, next));
    }

    private async Task<IReadOnlyList<FigureKey>> AddUp()
    {
        await using var connection = await database.Rows.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.Run(Lock);
        var known = (await transaction.Read(Totals, Total)).ToDictionary(one => one.Key, one => one.Figures);
        var sums = (await transaction.Read(Parts, Total))
            .SelectMany(one => new KindFigures(one.Key.Scope, one.Figures).Sums
                .Select(sum => (Key: one.Key with { Scope = sum }, one.Figures)))
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

    [LoggerMessage(1110, LogLevel.Error, "Cannot count the figures of {Scope}: {Type}")]
    private partial void CannotCount(string scope, string? type);
}

/// <summary>
/// Figures of one group, with its kind; of what has no kind, with an empty one; sums of several, without.
/// </summary>
internal sealed record KindFigures(string? Kind, Figures Figures)
{
    /// <summary>The scopes whose figures these are added to.</summary>
    public IEnumerable<string> Sums => Kind is { Length: > 0 } ? [GrowthScope.Area, Kind] : [GrowthScope.Area];
}
