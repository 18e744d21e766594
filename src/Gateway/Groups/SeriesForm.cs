using System.Globalization;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Groups;

/// <summary>How often a group meets, as it was typed. The weekday is that of the first meeting.</summary>
public sealed record SeriesForm
{
    /// <summary>The choices of how often, by their value.</summary>
    public static IReadOnlyList<Option> Patterns { get; } =
    [
        new("weekly", "Every week"),
        new("fortnightly", "Every two weeks"),
        new("monthly", "Once a month", "In the same week of the month as the first meeting"),
        new("", "By arrangement, or only now and then"),
    ];

    /// <summary>How often; empty for no series.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The day of the first meeting.</summary>
    public string From { get; init; } = "";

    /// <summary>The local time it starts.</summary>
    public string StartsAt { get; init; } = "";

    /// <summary>The length in minutes.</summary>
    public string Minutes { get; init; } = "90";

    internal static SeriesForm Of(IFormCollection form) => new()
    {
        Pattern = $"{form["pattern"]}",
        From = form.Text("from"),
        StartsAt = form.Text("startsAt"),
        Minutes = form.Text("minutes"),
    };

    // The day is asked again: it is that of the first meeting at the new time.
    internal static SeriesForm Of(SeriesVersion version) => new()
    {
        Pattern = version.Rule switch
        {
            var rule when rule.Contains("FREQ=MONTHLY", StringComparison.Ordinal) => "monthly",
            var rule when rule.Contains("INTERVAL=2", StringComparison.Ordinal) => "fortnightly",
            _ => "weekly",
        },
        StartsAt = version.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = version.Minutes.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads it; null if there is no series, or something is wrong with it.</summary>
    internal SeriesVersion? Read(FormErrors errors)
    {
        if (Pattern.Length == 0) return null;
        var before = errors.Count;
        if (!Day.TryRead(From, out var day))
            errors.Add(new("from", "Enter the day of the first meeting."));
        if (!TimeOnly.TryParseExact(StartsAt, "HH:mm", CultureInfo.InvariantCulture, 0, out var time))
            errors.Add(new("startsAt", "Enter when it starts."));
        if (!int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            errors.Add(new("minutes", "Enter how many minutes it lasts, such as 90."));
        return errors.Count > before ? null : new(day, time, minutes, RuleOf(day));
    }

    private string RuleOf(DateOnly first)
    {
        var day = $"{first.DayOfWeek}"[..2].ToUpperInvariant();
        if (Pattern != "monthly") return $"FREQ=WEEKLY{(Pattern == "weekly" ? "" : ";INTERVAL=2")};BYDAY={day}";
        var week = (first.Day - 1) / 7 + 1;
        // Not every month has a fifth Tuesday.
        return $"FREQ=MONTHLY;BYDAY={(week == 5 ? -1 : week)}{day}";
    }
}
