using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>
/// When a group meets, found by asking of each day whether it meets on it. Nothing of this is the product's code but
/// the IDs of meetings, so a fault of the product's calendar is not a fault here.
/// </summary>
internal sealed class Diary(Card card)
{
    // As GOV.UK lists them for England and Wales.
    private static readonly HashSet<DateOnly> BankHolidays =
    [
        new(2025, 5, 26), new(2025, 8, 25), new(2025, 12, 25), new(2025, 12, 26), new(2026, 1, 1), new(2026, 4, 3),
        new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
        new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29),
        new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27), new(2027, 12, 28), new(2028, 1, 3),
        new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1), new(2028, 5, 29), new(2028, 8, 28), new(2028, 12, 25),
        new(2028, 12, 26),
    ];

    /// <summary>Every meeting from one day to another, cancelled ones too, in order.</summary>
    public IEnumerable<Entry> Between(DateOnly first, DateOnly last)
    {
        var ofSeries = (card.Schedule?.Series ?? []).SelectMany(series => OfSeries(series, first, last))
            .Where(entry => card.OneOffs.All(one => one.Id != entry.Id));
        var beside = card.OneOffs
            .Where(one => one.On >= first && one.On <= last && StatusOn(one.On) != GroupStatus.Closed)
            .Select(one => new Entry(one.Id, one.On, one.StartsAt, one.Minutes ?? LengthOn(one.On), one.Cancelled));
        return ofSeries.Concat(beside).OrderBy(entry => entry.On).ThenBy(entry => entry.At);
    }

    public GroupStatus StatusOn(DateOnly day)
    {
        if (card.ClosesOn is { } closes && day >= closes) return GroupStatus.Closed;
        foreach (var pause in card.Pauses)
        {
            if (day >= pause.From && day < pause.Until) return GroupStatus.Paused;
        }
        return GroupStatus.Active;
    }

    private IEnumerable<Entry> OfSeries(Series series, DateOnly first, DateOnly last)
    {
        foreach (var (at, version) in series.Versions.Index())
        {
            var next = at + 1 < series.Versions.Length ? series.Versions[at + 1].From : DateOnly.MaxValue;
            foreach (var day in DaysOf(version, last))
            {
                var isLeftOut = card.Schedule!.Except.Contains(day)
                    || (series.NotOnBankHolidays && BankHolidays.Contains(day))
                    || StatusOn(day) != GroupStatus.Active;
                if (day < first || day >= next || isLeftOut) continue;
                yield return new(
                    OccurrenceId.Derive(card.Id, series.Id, day), day, version.StartsAt, version.Minutes, false);
            }
        }
    }

    private static IEnumerable<DateOnly> DaysOf(SeriesVersion version, DateOnly last)
    {
        var rule = new DayRule(version.Rule, version.From);
        var count = 0;
        for (var day = version.From; day <= last && count < rule.Count; day = day.AddDays(1))
        {
            if (!rule.Gives(day) || Clocks.At(day, version.StartsAt) is not { } starts) continue;
            if (rule.HasEnded(day, starts)) yield break;
            count++;
            yield return day;
        }
    }

    // That of the first series that has begun, or an hour and a half.
    private int LengthOn(DateOnly day)
    {
        foreach (var series in card.Schedule?.Series ?? [])
        {
            if (series.Versions.LastOrDefault(version => version.From <= day) is { } version) return version.Minutes;
        }
        return 90;
    }
}

/// <summary>A meeting in a diary.</summary>
internal sealed record Entry(MeetingId Id, DateOnly On, TimeOnly At, int Minutes, bool Cancelled)
{
    /// <summary>When it starts; null when the clocks skip that time.</summary>
    public DateTimeOffset? Starts => Clocks.At(On, At);
}
