using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>What the finder promises when nothing fits: every set of filters is left out, the smallest first.</summary>
internal sealed class ScanNear(Scan scan, FinderQuery query)
{
    private static readonly Dictionary<string, (Func<FinderQuery, bool> Is, Func<FinderQuery, FinderQuery> Not)> Parts =
        new()
    {
        ["text"] = (q => q.Words.Count > 0, q => q with { Words = [] }),
        ["area"] = (q => q.Areas.Count > 0, q => q with { Areas = [] }),
        ["day"] = (q => q.Meeting.Weekdays > 0, q => q with { Meeting = q.Meeting with { Weekdays = 0 } }),
        ["notDay"] = (q => q.NotDays > 0, q => q with { NotDays = 0 }),
        ["part"] = (q => q.Meeting.Parts > 0, q => q with { Meeting = q.Meeting with { Parts = 0 } }),
        ["startsAfter"] =
            (q => q.Meeting.NotBefore >= 0, q => q with { Meeting = q.Meeting with { NotBefore = null } }),
        ["startsBefore"] = (q => q.Meeting.Before > 0, q => q with { Meeting = q.Meeting with { Before = null } }),
        ["endsBefore"] =
            (q => q.Meeting.EndsBefore > 0, q => q with { Meeting = q.Meeting with { EndsBefore = null } }),
        ["minMinutes"] =
            (q => q.Meeting.MinMinutes > 0, q => q with { Meeting = q.Meeting with { MinMinutes = null } }),
        ["maxMinutes"] =
            (q => q.Meeting.MaxMinutes > 0, q => q with { Meeting = q.Meeting with { MaxMinutes = null } }),
        ["within"] = (q => q.Meeting.WithinDays > 0, q => q with { Meeting = q.Meeting with { WithinDays = null } }),
        ["format"] = (q => q.Formats.Count > 0, q => q with { Formats = [] }),
        ["withinKm"] = (q => q.WithinKm > 0, q => q with { WithinKm = null }),
        ["need"] = (q => q.Needs.Count > 0, q => q with { Needs = [] }),
        ["for"] = (q => q.For.Count > 0, q => q with { For = [] }),
        ["topic"] = (q => q.Topics.Count > 0, q => q with { Topics = [] }),
        ["notTopic"] = (q => q.NotTopics.Count > 0, q => q with { NotTopics = [] }),
        ["language"] = (q => q.Languages.Count > 0, q => q with { Languages = [] }),
        ["town"] = (q => q.Towns.Count > 0, q => q with { Towns = [] }),
        ["notArea"] = (q => q.NotAreas.Count > 0, q => q with { NotAreas = [] }),
        ["notPart"] = (q => q.NotParts > 0, q => q with { NotParts = 0 }),
        ["notFormat"] = (q => q.NotFormats.Count > 0, q => q with { NotFormats = [] }),
        ["notNeed"] = (q => q.NotNeeds.Count > 0, q => q with { NotNeeds = [] }),
        ["notFor"] = (q => q.NotFor.Count > 0, q => q with { NotFor = [] }),
        ["notLanguage"] = (q => q.NotLanguages.Count > 0, q => q with { NotLanguages = [] }),
        ["welcomesNewcomers"] = (q => q.Newcomers is not null, q => q with { Newcomers = null }),
        ["status"] = (q => q.Statuses.Count > 0, q => q with { Statuses = [] }),
    };

    /// <summary>The smallest sets of filters without which something fits, in any order.</summary>
    public Dictionary<string, List<Card>> Smallest()
    {
        string[] names = [.. Parts.Where(part => part.Value.Is(query)).Select(part => part.Key)];
        var sets = Enumerable.Range(1, (1 << names.Length) - 1)
            .Select(bits => names.Where((_, at) => (bits >> at & 1) == 1).ToArray())
            .GroupBy(set => set.Length)
            .OrderBy(size => size.Key);
        foreach (var size in sets)
        {
            var found = size.ToDictionary(set => Named(set), set => scan.Find(Without(set)));
            if (found.Values.Any(cards => cards.Count > 0))
                return found.Where(one => one.Value.Count > 0).ToDictionary();
        }
        return [];
    }

    /// <summary>Groups that fit but for the distance, and tell their place only on request.</summary>
    public IEnumerable<Card> OnRequest() =>
        scan.Find(Without("withinKm")).Where(card => card.Place?.Privacy == PlacePrivacy.OnRequest);

    /// <summary>A set of filters as one word.</summary>
    public static string Named(IEnumerable<string> set) => string.Join('+', set.Order(StringComparer.Ordinal));

    private FinderQuery Without(params string[] set)
    {
        var without = set.Aggregate(query, (next, name) => Parts[name].Not(next));
        return without is { Sort: FinderSort.Relevance, Words.Count: 0 } ? without with { Sort = default } : without;
    }
}
