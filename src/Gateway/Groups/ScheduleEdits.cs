using System.Globalization;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Groups;

/// <summary>
/// Changes to a schedule as the pages offer them. The record keeps what was planned before, so what is over can be
/// left out.
/// </summary>
internal static class ScheduleEdits
{
    /// <summary>Adds a series under an ID of its own.</summary>
    public static Schedule With(this Schedule? schedule, SeriesVersion first)
    {
        var all = schedule?.Series ?? [];
        var used = all.Select(series => series.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id =
            Enumerable.Range(1, used.Count + 1).Select(number => $"series-{number}").First(one => !used.Contains(one));
        var added = new Series { Id = id, Versions = [first] };
        return schedule is null ? new() { Series = [added] } : schedule with { Series = all.Add(added) };
    }

    /// <summary>Changes a series from the first day of the version on.</summary>
    public static Schedule With(this Schedule schedule, string id, SeriesVersion version, DateOnly today)
    {
        return schedule.Edit(id, series => series with
        {
            Versions =
                [.. series.Versions.Where((one, at) => one.From < version.From && !IsOver(series, at, today)), version],
        });
    }

    /// <summary>Ends a series after its last day; null if no series is left.</summary>
    public static Schedule? Until(this Schedule schedule, string id, DateOnly last)
    {
        var edited = schedule.Edit(id, series =>
        {
            var left = series.Versions.RemoveAll(one => one.From > last);
            return left is [.., var final]
                ? series with { Versions = left.SetItem(left.Length - 1, EndedOn(final, last)) }
                : null;
        });
        return edited.Series.IsEmpty ? null : edited;
    }

    private static Schedule Edit(this Schedule schedule, string id, Func<Series, Series?> change)
    {
        return schedule with
        {
            Series = [.. schedule.Series.Select(one => one.Id == id ? change(one) : one).OfType<Series>()],
        };
    }

    private static bool IsOver(Series series, int at, DateOnly today) =>
        at + 1 < series.Versions.Length && series.Versions[at + 1].From <= today;

    private static SeriesVersion EndedOn(SeriesVersion version, DateOnly last)
    {
        if (version.LastDay() < last) return version;
        var kept = version.Rule.Split(';').Where(part => part.Split('=')[0] is not ("UNTIL" or "COUNT"));
        FormattableString until = $"UNTIL={last:yyyyMMdd}";
        return version with { Rule = string.Join(';', kept.Append(until.ToString(CultureInfo.InvariantCulture))) };
    }
}
