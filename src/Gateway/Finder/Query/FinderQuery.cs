using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>A search: conditions, order, page.</summary>
internal sealed record FinderQuery
{
    /// <summary>The page size when none is given.</summary>
    public const int DefaultLimit = 20;

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<AreaId> Areas { get; init; } = [];

    public MeetingFilter Meeting { get; init; }

    /// <summary>Weekdays without a meeting, as bits from Monday.</summary>
    public int NotDays { get; init; }

    public IReadOnlyList<MeetingFormat> Formats { get; init; } = [];

    public GeoPoint? Origin { get; init; }

    public double? WithinKm { get; init; }

    public IReadOnlyList<AccessNeed> Needs { get; init; } = [];

    public IReadOnlyList<string> For { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool AllTopics { get; init; }

    public IReadOnlyList<string> NotTopics { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether one of the needs is enough.</summary>
    public bool AnyNeed { get; init; }

    /// <summary>Towns or neighbourhoods, each as the words that must all be in its name.</summary>
    public IReadOnlyList<string> Towns { get; init; } = [];

    public IReadOnlyList<AreaId> NotAreas { get; init; } = [];

    /// <summary>Parts of the day without a meeting, as bits.</summary>
    public int NotParts { get; init; }

    public IReadOnlyList<MeetingFormat> NotFormats { get; init; } = [];

    public IReadOnlyList<AccessNeed> NotNeeds { get; init; } = [];

    public IReadOnlyList<string> NotFor { get; init; } = [];

    public IReadOnlyList<string> NotLanguages { get; init; } = [];

    public bool? Newcomers { get; init; }

    public IReadOnlyList<GroupStatus> Statuses { get; init; } = [];

    public FinderSort Sort { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public FinderCursor? Cursor { get; init; }

    /// <summary>The filters by the names of their parameters, each with the query without it.</summary>
    public IEnumerable<(string Name, FinderQuery Without)> Filters()
    {
        if (Words.Count > 0) yield return ("text", this with { Words = [] });
        if (Areas.Count > 0) yield return ("area", this with { Areas = [] });
        if (Meeting.Weekdays != 0) yield return ("day", With(Meeting with { Weekdays = 0 }));
        if (NotDays != 0) yield return ("notDay", this with { NotDays = 0 });
        if (Meeting.Parts != 0) yield return ("part", With(Meeting with { Parts = 0 }));
        if (Meeting.NotBefore is not null) yield return ("startsAfter", With(Meeting with { NotBefore = null }));
        if (Meeting.Before is not null) yield return ("startsBefore", With(Meeting with { Before = null }));
        if (Meeting.EndsBefore is not null) yield return ("endsBefore", With(Meeting with { EndsBefore = null }));
        if (Meeting.MinMinutes is not null) yield return ("minMinutes", With(Meeting with { MinMinutes = null }));
        if (Meeting.MaxMinutes is not null) yield return ("maxMinutes", With(Meeting with { MaxMinutes = null }));
        if (Meeting.WithinDays is not null) yield return ("within", With(Meeting with { WithinDays = null }));
        if (Formats.Count > 0) yield return ("format", this with { Formats = [] });
        if (WithinKm is not null) yield return ("withinKm", this with { WithinKm = null });
        if (Needs.Count > 0) yield return ("need", this with { Needs = [] });
        if (For.Count > 0) yield return ("for", this with { For = [] });
        if (Topics.Count > 0) yield return ("topic", this with { Topics = [] });
        if (NotTopics.Count > 0) yield return ("notTopic", this with { NotTopics = [] });
        if (Languages.Count > 0) yield return ("language", this with { Languages = [] });
        if (Towns.Count > 0) yield return ("town", this with { Towns = [] });
        if (NotAreas.Count > 0) yield return ("notArea", this with { NotAreas = [] });
        if (NotParts != 0) yield return ("notPart", this with { NotParts = 0 });
        if (NotFormats.Count > 0) yield return ("notFormat", this with { NotFormats = [] });
        if (NotNeeds.Count > 0) yield return ("notNeed", this with { NotNeeds = [] });
        if (NotFor.Count > 0) yield return ("notFor", this with { NotFor = [] });
        if (NotLanguages.Count > 0) yield return ("notLanguage", this with { NotLanguages = [] });
        if (Newcomers is not null) yield return ("welcomesNewcomers", this with { Newcomers = null });
        if (Statuses.Count > 0) yield return ("status", this with { Statuses = [] });
    }

    /// <summary>A number that tells queries apart, whatever their page size; a cursor is valid only for its own
    /// query.</summary>
    public long Fingerprint()
    {
        var whole = string.Join(
            '|', Join(Words), Join(Areas), Meeting, NotDays, Join(Formats), Origin, WithinKm, Join(Needs), Join(For),
            Join(Topics), AllTopics, Join(NotTopics), Join(Languages), Newcomers, Join(Statuses), Sort,
            AnyNeed, Join(Towns), Join(NotAreas), NotParts, Join(NotFormats), Join(NotNeeds), Join(NotFor),
            Join(NotLanguages));
        return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    private FinderQuery With(MeetingFilter meeting) => this with { Meeting = meeting };

    private static string Join<T>(IEnumerable<T> items) =>
        string.Join(',', items.Select(item => $"{item}").Distinct().Order(StringComparer.Ordinal));
}

/// <summary>The order of search results.</summary>
internal enum FinderSort
{
    Next, Distance, Relevance,
}
