using System.Globalization;
using System.Text.RegularExpressions;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Finder;

/// <summary>Reads a query from an address. What cannot be is refused by the parameter's name: an empty answer would be taken for the truth.</summary>
internal sealed partial class FinderParameters(IQueryCollection given)
{
    /// <summary>The words for the weekdays, from Monday.</summary>
    public static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private const int LongestText = 200, MostWords = 20, MostKm = 500, MostDays = 60, MostItems = 100;

    private static readonly FrozenWords<AccessNeed> AccessNeeds = new();
    private static readonly FrozenWords<MeetingFormat> FormatWords = new();
    private static readonly FrozenWords<FinderSort> Sorts = new();
    private static readonly FrozenWords<DayPart> Parts = new();

    /// <summary>The query; areas are those that can be asked for.</summary>
    public FinderQuery Read(IReadOnlySet<AreaId> areas)
    {
        foreach (var (name, values) in given)
        {
            if (FinderDocument.Names.All(known => known != name)) throw No(name.Length > 40 ? name[..40] : name, "There is no such parameter here.");
            if (values.Count != 1) throw No(name, "Once; several values stand in one, with commas between.");
            if (string.IsNullOrWhiteSpace(values[0])) throw No(name, "It is empty; leave it out instead.");
        }
        var query = new FinderQuery
        {
            Words = ReadText(),
            Areas = List("area", word => AreaId.TryParse(word, out var area) && areas.Contains(area) ? area : null as AreaId?, $"Any of {string.Join(", ", areas)}."),
            Meeting = ReadMeeting(),
            NotDays = Bits(List("notDay", Weekday, Any(Weekdays))),
            Formats = List("format", FormatWords.Find, Any(FormatWords.All)),
            Origin = ReadOrigin(),
            WithinKm = Number("withinKm", $"Kilometres, more than 0 and up to {MostKm}.", text =>
                double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var km) && km is > 0 and <= MostKm ? km : null as double?),
            Needs = List("need", AccessNeeds.Find, Any(AccessNeeds.All)),
            For = ReadWords("for"),
            Topics = ReadWords("topic"),
            AllTopics = ReadTopicMatch(),
            NotTopics = ReadWords("notTopic"),
            Languages = ReadWords("language"),
            Newcomers = Number("welcomesNewcomers", "true or false.", text => text switch { "true" => true, "false" => false, _ => null as bool? }),
            Statuses = List("status", text => text switch { "active" => GroupStatus.Active, "paused" => GroupStatus.Paused, _ => null as GroupStatus? }, "active or paused; what is closed is not shown."),
            Limit = Number("limit", "From 1 to 100.", text => Whole(text, 1, 100)) ?? FinderQuery.DefaultLimit,
        };
        if (query.WithinKm is not null && query.Origin is null) throw No("withinKm", "From where? Give near or outcode too.");
        query = query with { Sort = Number("sort", Any(Sorts.All), Sorts.Find) ?? (query.Words.Count > 0 ? FinderSort.Relevance : FinderSort.Next) };
        if (query is { Sort: FinderSort.Distance, Origin: null }) throw No("sort", "From where? Give near or outcode too.");
        if (query is { Sort: FinderSort.Relevance, Words.Count: 0 }) throw No("sort", "Relevance is for text; give text too.");
        if (Text("cursor") is not { } cursor) return query;
        return FinderCursor.Read(cursor) is { } read && read.Query == query.Fingerprint() ? query with { Cursor = read } : throw BadCursor();
    }

    /// <summary>The refusal of a cursor that is not of this query, or of another day.</summary>
    public static RefusedRequestException BadCursor() => No("cursor", "The value of next in an answer to the same query, up to a day old.");

    private string[] ReadText()
    {
        if (Text("text") is not { } text) return [];
        if (text.Length > LongestText) throw No("text", $"Up to {LongestText} characters.");
        string[] words = [.. Words.Of(text).Distinct()];
        return words.Length is > 0 and <= MostWords ? words : throw No("text", $"One word or more, and up to {MostWords}.");
    }

    private MeetingAsked ReadMeeting()
    {
        const string Clock = "A time like 18:00.";
        var after = Number("startsAfter", Clock, Minute);
        var before = Number("startsBefore", Clock, Minute);
        if (before <= (after ?? 0)) throw No("startsBefore", after is null ? "Nothing starts before midnight of the same day." : "It must be later than startsAfter.");
        return new(
            Bits(List("day", Weekday, Any(Weekdays))),
            List("part", Parts.Find, Any(Parts.All)).Aggregate(0, (bits, part) => bits | 1 << (int)part),
            after, before,
            Number("within", $"Days from today, from 1 to {MostDays}.", text => Whole(text, 1, MostDays)));
    }

    private Point? ReadOrigin()
    {
        if (Text("near") is not null && Text("outcode") is not null) throw No("outcode", "Either near or outcode.");
        return Number("near", "Degrees north and east, like 50.8225,-0.1372.", Degrees)
            ?? Number("outcode", "The first half of a postcode of Sussex, like BN2.", text => Outcodes.Find(text));
    }

    private bool ReadTopicMatch()
    {
        var all = Number("topicMatch", "any or all.", text => text switch { "any" => false, "all" => true, _ => null as bool? });
        return all is null || Text("topic") is not null ? all ?? false : throw No("topicMatch", "Of which topics? Give topic too.");
    }

    private string[] ReadWords(string name) =>
        [.. ReadList(name).Select(word => Word().IsMatch(word) ? CardTerms.Small(word) : throw No(name, "Words of 2 to 30 letters, digits or hyphens."))];

    private T? Number<T>(string name, string detail, Func<string, T?> read) where T : struct => Text(name) is { } text ? read(text) ?? throw No(name, detail) : null;

    private T[] List<T>(string name, Func<string, T?> read, string detail) where T : struct => [.. ReadList(name).Select(word => read(word) ?? throw No(name, detail)).Distinct()];

    private string[] ReadList(string name)
    {
        var items = Text(name)?.Split(',') ?? [];
        return items.Length <= MostItems ? items : throw No(name, $"Up to {MostItems} values.");
    }

    private string? Text(string name) => given.TryGetValue(name, out var values) ? values[0] : null;

    private static int Bits(IEnumerable<int> weekdays) => weekdays.Aggregate(0, (bits, day) => bits | 1 << day);

    private static int? Weekday(string word) => Array.IndexOf(Weekdays, word) is >= 0 and var day ? day : null;

    private static int? Whole(string text, int least, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static int? Minute(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute : null;

    private static Point? Degrees(string text) =>
        text.Split(',') is [var north, var east] && Degree(north) is { } latitude && Degree(east) is { } longitude && new Point(latitude, longitude) is { OnEarth: true } at ? at : null;

    private static double? Degree(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static string Any(IEnumerable<string> words) => $"Any of {string.Join(", ", words)}.";

    private static RefusedRequestException No(string name, string detail) => new(RequestRefusals.Parameter(name, detail));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{1,29}\z")]
    private static partial Regex Word();

    /// <summary>The values of an enum by their words.</summary>
    private sealed class FrozenWords<T> where T : struct, Enum
    {
        private readonly Dictionary<string, T> values = Enum.GetValues<T>().ToDictionary(CardTerms.Word, StringComparer.Ordinal);

        public IEnumerable<string> All => values.Keys;

        public T? Find(string word) => values.TryGetValue(word, out var value) ? value : null;
    }
}
