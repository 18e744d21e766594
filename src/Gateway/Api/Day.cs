using System.Globalization;

namespace PeerNet.Gateway.Api;

/// <summary>
/// A date in a query, in the same format as in bodies: <c>2026-11-17</c>. The framework's own parsing accepts many
/// formats
/// and guesses which number is the month.
/// </summary>
internal readonly record struct Day(DateOnly Value)
{
    /// <summary>Parses the format; used by route binding.</summary>
    public static bool TryParse(string? text, out Day day)
    {
        var good = TryRead(text, out var value);
        day = new(value);
        return good;
    }

    /// <summary>Parses the format; used for what a form sends.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Adds days, stopping at the first or last date of the calendar.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        return DateOnly.FromDayNumber(
            Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }
}
