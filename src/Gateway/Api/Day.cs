using System.Globalization;

namespace PeerNet.Gateway.Api;

/// <summary>
/// A day in a query, written as it is in bodies: <c>2026-11-17</c>. The framework alone would take many forms and guess
/// which month was meant.
/// </summary>
internal readonly record struct Day(DateOnly Value)
{
    /// <summary>Reads the one form; used by routes.</summary>
    public static bool TryParse(string? text, out Day day)
    {
        var good = DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = new(value);
        return good;
    }

    /// <summary>The day so many days later, or the calendar's last or first.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        return DateOnly.FromDayNumber(
            Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }
}
