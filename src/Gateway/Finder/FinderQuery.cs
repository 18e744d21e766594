using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>What somebody looks for.</summary>
internal sealed record FinderQuery
{
    /// <summary>The page length when none is asked for.</summary>
    public const int DefaultLimit = 20;

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<AreaId> Areas { get; init; } = [];

    public MeetingAsked Meeting { get; init; }

    /// <summary>Weekdays without a meeting, by bits from Monday.</summary>
    public int NotDays { get; init; }

    public IReadOnlyList<MeetingFormat> Formats { get; init; } = [];

    public Point? Origin { get; init; }

    public double? WithinKm { get; init; }

    public IReadOnlyList<AccessNeed> Needs { get; init; } = [];

    public IReadOnlyList<string> For { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool AllTopics { get; init; }

    public IReadOnlyList<string> NotTopics { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool? Newcomers { get; init; }

    public IReadOnlyList<GroupStatus> Statuses { get; init; } = [];

    public FinderSort Sort { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public FinderCursor? Cursor { get; init; }

    /// <summary>The filters by the names of their parameters, each with the query that does without it.</summary>
    public IEnumerable<(string Name, FinderQuery Without)> Filters()
    {
        if (Words.Count > 0) yield return ("text", this with { Words = [] });
        if (Areas.Count > 0) yield return ("area", this with { Areas = [] });
        if (Meeting.Weekdays != 0) yield return ("day", this with { Meeting = Meeting with { Weekdays = 0 } });
        if (NotDays != 0) yield return ("notDay", this with { NotDays = 0 });
        if (Meeting.Parts != 0) yield return ("part", this with { Meeting = Meeting with { Parts = 0 } });
        if (Meeting.After is not null) yield return ("startsAfter", this with { Meeting = Meeting with { After = null } });
        if (Meeting.Before is not null) yield return ("startsBefore", this with { Meeting = Meeting with { Before = null } });
        if (Meeting.Within is not null) yield return ("within", this with { Meeting = Meeting with { Within = null } });
        if (Formats.Count > 0) yield return ("format", this with { Formats = [] });
        if (WithinKm is not null) yield return ("withinKm", this with { WithinKm = null });
        if (Needs.Count > 0) yield return ("need", this with { Needs = [] });
        if (For.Count > 0) yield return ("for", this with { For = [] });
        if (Topics.Count > 0) yield return ("topic", this with { Topics = [] });
        if (NotTopics.Count > 0) yield return ("notTopic", this with { NotTopics = [] });
        if (Languages.Count > 0) yield return ("language", this with { Languages = [] });
        if (Newcomers is not null) yield return ("welcomesNewcomers", this with { Newcomers = null });
        if (Statuses.Count > 0) yield return ("status", this with { Statuses = [] });
    }

    /// <summary>A number that another query will not have; pages may differ in length.</summary>
    public long Fingerprint()
    {
        var whole = string.Join('|', List(Words), List(Areas), Meeting, NotDays, List(Formats), Origin, WithinKm, List(Needs), List(For), List(Topics), AllTopics, List(NotTopics), List(Languages), Newcomers, List(Statuses), Sort);
        return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    private static string List<T>(IEnumerable<T> items) => string.Join(',', items.Select(item => $"{item}").Distinct().Order(StringComparer.Ordinal));
}

/// <summary>The order of what was found.</summary>
internal enum FinderSort
{
    Next, Distance, Relevance,
}
