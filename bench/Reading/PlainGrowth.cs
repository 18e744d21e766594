using System.Data.Common;
using System.Globalization;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Silo.Storage;

namespace PeerNet.Bench.Reading;

/// <summary>
/// A year by month, beside the year before. It leaves out what would make it slower: quiet groups, all that depends on
/// who came, offers and neighbours.
/// </summary>
internal static class PlainGrowth
{
    private const int Months = 12;

    // The place of @periods is taken by 24 months: a number, the first and the last day, and the last that has begun.
    private const string Groups =
        """
        WITH period(n, starts, ends, today) AS (VALUES @periods)
        SELECT n,
          (SELECT count(*) FROM peer_group WHERE founded_on <= today),
          (SELECT count(*) FROM peer_group WHERE founded_on BETWEEN starts AND ends),
          (SELECT count(DISTINCT group_id) FROM meeting WHERE held_on BETWEEN starts AND ends AND state = 1),
          (SELECT count(*) FROM membership WHERE joined_on BETWEEN starts AND ends AND part > 1)
        FROM period
        """;

    private const string Meetings =
        """
        WITH period(n, starts, ends, today) AS (VALUES @periods)
        SELECT n, count(*), sum(CASE state WHEN 1 THEN 1 ELSE 0 END), sum(CASE state WHEN 2 THEN 1 ELSE 0 END),
          sum(CASE WHEN state = 0 AND held_on < @today THEN 1 ELSE 0 END), sum(present), sum(newcomers)
        FROM period JOIN meeting ON held_on BETWEEN starts AND ends GROUP BY n
        """;

    public static async Task<GrowthDetails> Get(DbDataSource source, TimeProvider clock)
    {
        var today = Periods.Today(clock);
        var first = Periods.StartOf(today, GrowthBy.Month).AddMonths(1 - 2 * Months);
        var starts = Enumerable.Range(0, 2 * Months).Select(first.AddMonths).ToArray();
        var groups = await Ask(source, Groups, starts, today);
        var meetings = await Ask(source, Meetings, starts, today);
        var all = starts.Select((_, n) => Of(groups[n], meetings[n])).ToArray();
        var items = Enumerable.Range(0, Months)
            .Select(month => new GrowthPeriod(starts[Months + month], all[Months + month], all[month]));
        return new(GrowthBy.Month, starts[Months], today, today, 0, [.. items]);
    }

    private static Figures Of(int[] groups, int[] meetings)
    {
        return new(
            new(Open: groups[0], New: groups[1], Active: groups[2]),
            new(Planned: meetings[0], Held: meetings[1], DidNotHappen: meetings[2], NotLogged: meetings[3]),
            new(Named: meetings[4], Unnamed: meetings[5], Joined: groups[3]));
    }

    private static async Task<ByMonth> Ask(DbDataSource source, string sql, DateOnly[] starts, DateOnly today)
    {
        var periods = string.Join(", ", starts.Select((_, n) => $"({n}, @s{n}, @e{n}, @t{n})"));
        var days = starts.SelectMany((start, n) =>
        {
            var end = start.AddMonths(1).AddDays(-1);
            return new (string, object?)[] { ($"s{n}", start), ($"e{n}", end), ($"t{n}", end < today ? end : today) };
        });
        var rows = await source.Read(
            sql.Replace("@periods", periods, StringComparison.Ordinal),
            row => (Month: row.GetInt32(0), Values: Numbers(row)),
            [("today", today), .. days]);
        return new(rows.ToDictionary(row => row.Month, row => row.Values));
    }

    private static int[] Numbers(DbDataReader row)
    {
        return [.. Enumerable.Range(1, row.FieldCount - 1)
            .Select(column => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture))];
    }

    /// <summary>What was found for each month; zeros where nothing was.</summary>
    private sealed class ByMonth(Dictionary<int, int[]> found)
    {
        public int[] this[int n] => found.GetValueOrDefault(n, new int[6]);
    }
}
