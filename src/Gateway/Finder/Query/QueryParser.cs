using System.Globalization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Parses a query from a URL. An invalid parameter is refused by its name, because an empty answer would be
/// taken for the truth.</summary>
internal sealed partial class QueryParser(IQueryCollection given)
{
    private const int MaxTextLength = 200, MaxWords = 20, MaxKm = 500, MaxDays = 60, MaxLimit = 100;

    private readonly Parameters parameters = new(given);

    /// <summary>The query; areas are those that may be named.</summary>
    public FinderQuery Parse(IReadOnlySet<AreaId> areas)
    {
        parameters.Check(QueryDocumentation.Names);
        var query = new FinderQuery
        {
            Words = ParseText(),
            Areas = parameters.List("area", word => FindArea(areas, word), AnyOf(areas.Select(area => area.Value))),
            Meeting = ParseMeeting(),
            NotDays = Bits(parameters.Enums<Weekday>("notDay").Select(day => (int)day)),
            Formats = parameters.Enums<MeetingFormat>("format"),
            Origin = ParseOrigin(),
            WithinKm = parameters.Value("withinKm", $"A number of kilometres, up to {MaxKm}.", FindKm),
            Needs = parameters.Enums<AccessNeed>("need"),
            For = ParseWords("for"),
            Topics = ParseWords("topic"),
            AllTopics = ParseTopicMatch(),
            AnyNeed = ParseNeedMatch(),
            Towns = ParseTowns(),
            NotAreas =
                parameters.List("notArea", word => FindArea(areas, word), AnyOf(areas.Select(area => area.Value))),
            NotParts = Bits(parameters.Enums<PartOfDay>("notPart").Select(part => (int)part)),
            NotFormats = parameters.Enums<MeetingFormat>("notFormat"),
            NotNeeds = parameters.Enums<AccessNeed>("notNeed"),
            NotFor = ParseWords("notFor"),
            NotLanguages = ParseWords("notLanguage"),
            NotTopics = ParseWords("notTopic"),
            Languages = ParseWords("language"),
            Newcomers = parameters.Boolean("welcomesNewcomers"),
            Statuses = parameters.List("status", FindStatus, "active or paused. Closed groups are never shown."),
            Limit = parameters.Number("limit", MaxLimit) ?? FinderQuery.DefaultLimit,
        };
        return ParseCursor(ParseSort(query));
    }

    /// <summary>The refusal of a cursor that belongs to another query or is too old.</summary>
    public static RefusedRequestException InvalidCursor() =>
        Parameters.Invalid("cursor", "The value of next in an answer to the same query, up to a day old.");

    private FinderQuery ParseSort(FinderQuery query)
    {
        if (query.WithinKm is not null && query.Origin is null) throw NeedsOrigin("withinKm");
        var byDefault = query.Words.Count > 0 ? FinderSort.Relevance : FinderSort.Next;
        query = query with { Sort = parameters.Enum<FinderSort>("sort") ?? byDefault };
        if (query is { Sort: FinderSort.Distance, Origin: null }) throw NeedsOrigin("sort");
        if (query is not { Sort: FinderSort.Relevance, Words.Count: 0 }) return query;
        throw Parameters.Invalid("sort", "relevance needs text too.");
    }

    private FinderQuery ParseCursor(FinderQuery query)
    {
        if (parameters.Text("cursor") is not { } text) return query;
        var cursor = FinderCursor.Read(text);
        return cursor?.Query == query.Fingerprint() ? query with { Cursor = cursor } : throw InvalidCursor();
    }

    private string[] ParseText()
    {
        if (parameters.Text("text") is not { } text) return [];
        if (text.Length > MaxTextLength) throw Parameters.Invalid("text", $"Up to {MaxTextLength} characters.");
        string[] words = [.. Tokenizer.Compounds(text).Distinct()];
        if (words.Length is > 0 and <= MaxWords) return words;
        throw Parameters.Invalid("text", $"At least one word, and up to {MaxWords}.");
    }

    private MeetingFilter ParseMeeting()
    {
        const string Clock = "A time such as 18:00.";
        var notBefore = parameters.Value("startsAfter", Clock, FindMinute);
        var before = parameters.Value("startsBefore", Clock, FindMinute);
        if (before is 0) throw Parameters.Invalid("startsBefore", "Nothing starts before midnight on the same day.");
        if (before <= notBefore) throw Parameters.Invalid("startsBefore", "It must be later than startsAfter.");
        var minMinutes = ParseLength("minMinutes");
        var maxMinutes = ParseLength("maxMinutes");
        if (maxMinutes < minMinutes) throw Parameters.Invalid("maxMinutes", "It must be minMinutes or more.");
        var endsBefore = parameters.Value("endsBefore", Clock, FindMinute);
        var shortest = minMinutes ?? MeetingFields.MinMinutes;
        if (endsBefore < (notBefore ?? 0) + shortest)
        {
            throw Parameters.Invalid(
                "endsBefore",
                $"It must be at least {shortest} minutes after startsAfter, or after midnight without it.");
        }
        return new(
            Bits(parameters.Enums<Weekday>("day").Select(day => (int)day)),
            Bits(parameters.Enums<PartOfDay>("part").Select(part => (int)part)),
            notBefore,
            before,
            parameters.Value(
                "within", $"A number of days, 1 to {MaxDays}.", text => Parameters.FindNumber(text, MaxDays)),
            endsBefore,
            minMinutes,
            maxMinutes);
    }

    private int? ParseLength(string name)
    {
        const int Min = MeetingFields.MinMinutes, Max = MeetingFields.MaxMinutes;
        return parameters.Value(
            name, $"A number of minutes, {Min} to {Max}.", text => Parameters.FindNumber(text, Max, Min));
    }

    private GeoPoint? ParseOrigin()
    {
        if (parameters.Text("near") is not null && parameters.Text("outcode") is not null)
        {
            throw Parameters.Invalid("outcode", "Either near or outcode, not both.");
        }
        return parameters.Value("near", "Degrees north and east, such as 50.8225,-0.1372.", FindPoint)
            ?? parameters.Value("outcode", "The first half of a Sussex postcode, such as BN2.", FindOutcode);
    }

    private bool ParseTopicMatch()
    {
        var all = parameters.Value("topicMatch", "any or all.", FindTopicMatch);
        if (all is null || parameters.Text("topic") is not null) return all ?? false;
        throw Parameters.Invalid("topicMatch", "It needs topic too.");
    }

    private bool ParseNeedMatch()
    {
        var all = parameters.Value("needMatch", "any or all.", FindTopicMatch);
        if (all is null || parameters.Text("need") is not null) return all is false;
        throw Parameters.Invalid("needMatch", "It needs need too.");
    }

    private string[] ParseTowns()
    {
        if (parameters.Text("town") is not { } text) return [];
        string[] towns = [.. text.Split(',').Select(town => town.Trim()).Distinct()];
        var areTowns =
            towns.All(town => GroupFields.Town.Allows(town) && Tokenizer.Tokenize(town).Count() is > 0 and <= 8);
        return areTowns && towns.Length <= MaxWords
            ? towns
            : throw Parameters.Invalid("town", $"Up to {MaxWords} names of towns or neighbourhoods, such as Lewes.");
    }

    private string[] ParseWords(string name) =>
        parameters.Words(name, GroupFields.IsWord, "Words of 2 to 30 letters, digits or hyphens.");

    private static RefusedRequestException NeedsOrigin(string name) =>
        Parameters.Invalid(name, "It needs a place to measure from: near or outcode.");

    private static string AnyOf(IEnumerable<string> words) => $"Any of {string.Join(", ", words)}.";
}
