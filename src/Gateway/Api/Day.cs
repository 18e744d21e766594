using System.Globalization;

namespace PeerNet.Gateway.Api;

/// <summary>
/// A date in a query, in the same format as in bodies: <c>2026-11-17</c>. The framework's own parsing accepts many
/// formats and guesses which number is the month.
/// </summary>
internal readonly record struct Day(DateOnly Value)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Parses the format; used by route binding.</summary>
    public static bool TryParse(string? text, out Day day)
    {
        var good = TryRead(text, out var value);
        day = new(value);
        return good;
    }

    /// <summary>Parses the format; used for what a form sends.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Writes the format; used for what a form is filled with.</summary>
    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Adds days, stopping at the first or last date of the calendar.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        return DateOnly.FromDayNumber(
            Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }
}
