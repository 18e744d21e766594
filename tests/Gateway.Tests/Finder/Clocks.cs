namespace PeerNet.Gateway.Tests.Finder;

/// <summary>
/// British clocks by the Summer Time Order 2002, without the product's library: an hour ahead from the last Sunday of
/// March to the last Sunday of October, both at 01:00 UTC.
/// </summary>
internal static class Clocks
{
    /// <summary>The instant, the earlier one of two; null when the clocks skip that time.</summary>
    public static DateTimeOffset? At(DateOnly day, TimeOnly time)
    {
        var inSummer = new DateTimeOffset(day, time, TimeSpan.FromHours(1));
        if (IsSummer(inSummer)) return inSummer;
        var inWinter = new DateTimeOffset(day, time, TimeSpan.Zero);
        return IsSummer(inWinter) ? null : inWinter;
    }

    public static DateOnly DayOf(DateTimeOffset now) =>
        DateOnly.FromDateTime(now.UtcDateTime.AddHours(IsSummer(now) ? 1 : 0));

    private static bool IsSummer(DateTimeOffset at)
    {
        var year = at.UtcDateTime.Year;
        return at >= Change(year, 3) && at < Change(year, 10);
    }

    private static DateTimeOffset Change(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
