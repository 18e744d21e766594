using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Growth;

/// <summary>
/// The months that an area has released, in order and without a gap. What has been released stays as it is.
/// </summary>
internal sealed record Releases
{
    /// <summary>
    /// How many whole days after its end a month is released, so that leads have time to log its last meetings.
    /// </summary>
    public const int SettlingDays = 7;

    /// <summary>The first month that is released; null until the area begins.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The months, oldest first.</summary>
    [MaxItems(1200)]
    public ImmutableArray<Release> Months { get; init; } = [];

    private DateOnly? Next => Months.IsEmpty ? Since : Periods.Next(Months[^1].Released.StartsOn, GrowthBy.Month);

    /// <summary>
    /// Begins with the month of a day, unless an earlier month was named before or something has been released.
    /// </summary>
    public Releases Begin(DateOnly from)
    {
        var month = Periods.StartOf(from, GrowthBy.Month);
        if (!Months.IsEmpty || Since <= month) return this;
        return this with { Since = month };
    }

    /// <summary>The month to release now, or null.</summary>
    public DateOnly? Due(DateTimeOffset now)
    {
        if (Next is not { } month) return null;
        return London.DayOf(now) >= DueOn(month) ? month : null;
    }

    /// <summary>The month that is released next; the current one before the area has begun.</summary>
    public DateOnly Upcoming(DateTimeOffset now) => Next ?? Periods.StartOf(London.DayOf(now), GrowthBy.Month);

    /// <summary>A month as it would be released now, with the reasons for what is held back.</summary>
    /// <param name="startsOn">The first day of the month.</param>
    /// <param name="counted">What is counted for it; null if a row cannot be read.</param>
    /// <param name="rule">The rule.</param>
    public static ReleasePreview Preview(DateOnly startsOn, FigureMonth? counted, DisclosureRule rule)
    {
        var heldBack = rule.Decide(counted?.Cells ?? [])
            .Where(cell => cell.Because is not null)
            .Select(cell => new HeldBackCell(cell.Cell.For, cell.Because!.Value));
        return counted is null
            ? new(startsOn, DueOn(startsOn), null, [])
            : new(startsOn, DueOn(startsOn), rule.Release(counted), [.. heldBack]);
    }

    /// <summary>
    /// Releases the month that is due; any other stays as it is. Earlier months get a note if their totals are no
    /// longer those that were counted: only now, so that a note says as little as possible about when and where.
    /// </summary>
    public Releases Release(
        CountedMonth counted, DisclosureRule rule, IReadOnlyDictionary<DateOnly, MonthTotals> known, DateTimeOffset now)
    {
        if (Due(now) != counted.StartsOn) return this;
        var today = London.DayOf(now);
        var released = new ReleasedMonth(counted.StartsOn, today, rule.Release(counted.Month));
        var noted = Months.Select(one => one.NotedIfChanged(known, today));
        return this with { Months = [.. noted, new(released, counted.Totals)] };
    }

    private static DateOnly DueOn(DateOnly month) => Periods.Next(month, GrowthBy.Month).AddDays(SettlingDays);
}

/// <summary>A month that was released, and what was counted for it, which never leaves the area.</summary>
internal sealed record Release(ReleasedMonth Released, MonthTotals Counted)
{
    /// <summary>
    /// This month, with a note if its totals have changed since. Where too few groups met, a note would say that
    /// somebody did. What was released today may not be counted in the figures yet.
    /// </summary>
    public Release NotedIfChanged(IReadOnlyDictionary<DateOnly, MonthTotals> known, DateOnly today)
    {
        var notes = Released.CorrectionsNotedOn;
        if (Released.Table.GroupsThatMet is null || Released.ReleasedOn >= today) return this;
        var totals = known.GetValueOrDefault(Released.StartsOn) ?? MonthTotals.None;
        if (totals == Counted || notes.Length == ReleasedMonth.MaxNotes) return this;
        return new(Released with { CorrectionsNotedOn = notes.Add(today) }, totals);
    }
}
