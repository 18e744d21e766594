using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>Puts the answer to one query together.</summary>
internal sealed class Answering(CardIndex index, IReadOnlyDictionary<AreaId, Feed> feeds, FinderQuery query, DateTimeOffset now)
{
    // Cursors carry whole seconds, and meetings start on whole minutes: a part of a second decides nothing.
    private readonly DateTimeOffset at = query.Cursor?.At ?? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());

    public FinderPage Page()
    {
        var first = Since.Instant(at);
        var here = query.Cursor is null ? first : Since.Instant(now);
        var search = new Search(index, first);
        using var found = search.Matching(query);
        var total = found.Count;
        var page = new Order(index, query, first).Take(found, query.Limit + 1);
        var shown = page.Take(query.Limit).ToList();
        return new(
            [.. shown.Select(place => index[place.Number]).Where(entry => entry.StatusOn(here.Today) != GroupStatus.Closed).Select(entry => Show(entry, here))],
            total,
            FinderFacets.Of(index, found, total),
            page.Count > query.Limit ? new FinderCursor(shown[^1].Rank, at, query.Fingerprint()).ToString() : null,
            [.. feeds.Values.Select(feed => new SearchedArea(feed.Area, feed.Name, feed.Kept.AsOf, feed.Reachable))],
            total > 0 ? [] : Instead(search));
    }

    private ImmutableArray<Dropped> Instead(Search search) =>
    [
        .. query.Filters().Select(filter => new Dropped(filter.Name, search.Count(filter.Without))).Where(dropped => dropped.Total > 0).OrderByDescending(dropped => dropped.Total),
    ];

    private FoundGroup Show(Entry entry, Since since)
    {
        var (card, feed) = (entry.Card, feeds[entry.Card.Area]);
        return new()
        {
            Area = card.Area,
            Id = card.Id,
            Name = card.Name,
            Url = $"{feed.Url}/api/v1/groups/{card.Id}",
            Place = card.Place?.ForStrangers(),
            DistanceKm = query.Origin is { } origin && entry.At is { } at ? Math.Round(origin.MetresTo(at) / 1000.0, 2) : null,
            NextMeeting = entry.Meeting(entry.Next(since)),
            Needs = card.Needs,
            Topics = card.Topics,
            LastConfirmed = card.LastConfirmed,
            Format = card.Format,
            For = card.For,
            Languages = card.Languages,
            WelcomesNewcomers = card.WelcomesNewcomers,
            Joining = card.Joining,
            Status = entry.StatusOn(since.Today),
            AsOf = feed.Kept.AsOf,
        };
    }
}
