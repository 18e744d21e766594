using System.Text.RegularExpressions;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>
/// What the finder promises, said as simply as can be: every card is looked at, and every meeting of the next 400 days.
/// </summary>
internal sealed partial class Scan(IEnumerable<Card> cards, DateTimeOffset now)
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] PartsOfDay = ["morning", "afternoon", "evening"];

    private readonly DateOnly today = Clocks.DayOf(now);
    private readonly List<(Card Card, List<Meeting> Meetings)> all =
        [.. cards.Select(card => (card, Meetings(card, Clocks.DayOf(now))))];

    private readonly Dictionary<GroupId, List<Meeting>> byId = [];

    public List<Card> Find(FinderQuery query) =>
        [.. all.Where(one => Fits(one.Card, one.Meetings, query))
            .OrderBy(one => Key(one.Card, one.Meetings, query))
            .ThenBy(one => Next(one.Meetings, query))
            .ThenBy(one => one.Card.Id.Value)
            .Select(one => one.Card)];

    public static Dictionary<string, int> Count(IEnumerable<Card> found, Func<Card, IEnumerable<string>> words)
    {
        return found.SelectMany(card => words(card).Distinct())
            .GroupBy(word => word)
            .ToDictionary(word => word.Key, word => word.Count());
    }

    public IEnumerable<string> Days(Card card) => Of(card).Select(m => Week[((int)m.On.DayOfWeek + 6) % 7]);

    public IEnumerable<string> Parts(Card card) => Of(card).Select(m => Part(m.At));

    public DateTimeOffset? Next(Card card) =>
        Of(card).Select(m => (DateTimeOffset?)m.Starts).FirstOrDefault(at => at > now);

    private List<Meeting> Of(Card card)
    {
        if (byId.Count == 0) foreach (var (one, meetings) in all) byId.Add(one.Id, meetings);
        return byId[card.Id];
    }

    private static List<Meeting> Meetings(Card card, DateOnly today) =>
        [.. new Diary(card).Between(today, today.AddDays(400))
            .Where(entry => !entry.Cancelled && entry.Starts is not null)
            .Select(entry => new Meeting(entry.On, entry.At, entry.Minutes, entry.Starts!.Value))];

    private bool Fits(Card card, List<Meeting> meetings, FinderQuery q)
    {
        var status = new Diary(card).StatusOn(today);
        var said = Words(
            [card.Name, card.About, card.FirstTime, card.Place?.Town, card.Place?.Name, .. card.Topics, .. card.For]);
        return status != GroupStatus.Closed
            && (q.Statuses.Count == 0 || q.Statuses.Contains(status))
            && q.Words.All(word => Says(said, word))
            && (q.Areas.Count == 0 || q.Areas.Contains(card.Area))
            && (q.Formats.Count == 0 || q.Formats.Contains(card.Format))
            && (q.AnyNeed && q.Needs.Count > 0
                ? q.Needs.Any(need => card.Needs.Contains(need))
                : q.Needs.All(need => card.Needs.Contains(need)))
            && (q.Towns.Count == 0 || q.Towns.Any(town => IsIn(card, town)))
            && !q.NotAreas.Contains(card.Area)
            && !q.NotFormats.Contains(card.Format)
            && !q.NotNeeds.Any(need => card.Needs.Contains(need))
            && !q.NotFor.Any(people => card.For.Contains(people, StringComparer.OrdinalIgnoreCase))
            && !q.NotLanguages.Any(card.Languages.Contains)
            && !meetings.Any(m => (q.NotParts >> Array.IndexOf(PartsOfDay, Part(m.At)) & 1) == 1)
            && (q.For.Count == 0 || card.For.Any(word => q.For.Contains(word.ToLowerInvariant())))
            && (q.Topics.Count == 0
                || (q.AllTopics ? q.Topics.All(card.Topics.Contains) : q.Topics.Any(card.Topics.Contains)))
            && !q.NotTopics.Any(card.Topics.Contains)
            && (q.Languages.Count == 0 || q.Languages.Any(card.Languages.Contains))
            && (q.Newcomers is null || card.WelcomesNewcomers == q.Newcomers)
            && (q.WithinKm is null || Metres(card, q) <= q.WithinKm * 1000)
            && !meetings.Any(m => q.NotDays != 0 && (q.NotDays >> ((int)m.On.DayOfWeek + 6) % 7 & 1) == 1)
            && (q.Meeting == default || meetings.Any(m => Fits(m, q.Meeting)));
    }

    private bool Fits(Meeting meeting, MeetingFilter asked)
    {
        var starts = meeting.At.ToTimeSpan().TotalMinutes;
        return (asked.Weekdays == 0 || (asked.Weekdays >> ((int)meeting.On.DayOfWeek + 6) % 7 & 1) == 1)
            && (asked.Parts == 0 || (asked.Parts >> Array.IndexOf(PartsOfDay, Part(meeting.At)) & 1) == 1)
            && (asked.NotBefore is null || starts >= asked.NotBefore)
            && (asked.Before is null || starts < asked.Before)
            && (asked.EndsBefore is null || starts + meeting.Minutes <= asked.EndsBefore)
            && (asked.MinMinutes is null || meeting.Minutes >= asked.MinMinutes)
            && (asked.MaxMinutes is null || meeting.Minutes <= asked.MaxMinutes)
            && (asked.WithinDays is not { } days || (meeting.Starts > now && meeting.On <= today.AddDays(days)));
    }

    private static bool IsIn(Card card, string town) =>
        Words([town]).All(word => Says(Words([card.Place?.Town]), word));

    private static string Part(TimeOnly at)
    {
        if (at.Hour is >= 4 and < 12) return "morning";
        if (at.Hour is >= 12 and < 17) return "afternoon";
        return "evening";
    }

    private static double Key(
        Card card, List<Meeting> meetings, FinderQuery q) => q.Sort switch
    {
        FinderSort.Distance => Metres(card, q),
        FinderSort.Relevance => q.Words.All(word => Says(Words([card.Name]), word))
            ? 0
            : q.Words.All(word => Says(Words([card.Name, .. card.Topics]), word)) ? 1 : 2,
        _ => 0,
    };

    private DateTimeOffset Next(List<Meeting> meetings, FinderQuery q)
    {
        return q.Sort == FinderSort.Distance
            ? default
            : meetings.Select(m => m.Starts).Where(at => at > now).DefaultIfEmpty(DateTimeOffset.MaxValue).First();
    }

    private static double Metres(Card card, FinderQuery q)
    {
        var (north, east) = card.Place switch
        {
            { Latitude: { } latitude, Longitude: { } longitude } => (latitude, longitude),
            { Outcode: "BN7" } => (50.876, 0.011),
            _ => (double.NaN, double.NaN),
        };
        if (double.IsNaN(north)) return double.PositiveInfinity;
        var a = Math.PI / 180 * north;
        var b = Math.PI / 180 * q.Origin!.Value.Latitude;
        var h = Math.Pow(Math.Sin((a - b) / 2), 2)
            + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(Math.PI / 180 * (east - q.Origin.Value.Longitude) / 2), 2);
        return Math.Round(2 * 6371008.8 * Math.Asin(Math.Sqrt(h)));
    }

    private static string[] Words(IEnumerable<string?> texts) =>
        [.. texts.SelectMany(text => Word()
            .Matches((text ?? "").ToLowerInvariant().Replace('é', 'e').Replace("’", "", StringComparison.Ordinal))
            .Select(word => word.Value))];

    private static bool Says(string[] said, string word) =>
        said.Any(one => one == word || (word.Length >= 3 && one.StartsWith(word, StringComparison.Ordinal)));

    private sealed record Meeting(DateOnly On, TimeOnly At, int Minutes, DateTimeOffset Starts);

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();
}
