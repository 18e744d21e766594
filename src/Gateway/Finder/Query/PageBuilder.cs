using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Feed;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Builds the answer to one query.</summary>
internal sealed class PageBuilder(
    CardIndex index, IReadOnlyDictionary<AreaId, AreaFeed> feeds, FinderQuery query, DateTimeOffset now)
{
    private const int MaxAside = 10;

    // Cursors carry whole seconds, and meetings start on whole minutes: a fraction of a second decides nothing.
    private readonly DateTimeOffset at =
        query.Cursor?.At ?? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());

    public FinderPage Build()
    {
        var firstPage = SearchTime.At(at);
        var thisPage = query.Cursor is null ? firstPage : SearchTime.At(now);
        var evaluator = new QueryEvaluator(index, firstPage);
        using var found = evaluator.Evaluate(query);
        var total = found.Count;
        var selected = new PageSelector(index, query, firstPage).Select(found, total, query.Limit + 1);
        var shown = selected.Take(query.Limit).ToList();
        // A group may have closed since the first page.
        var open = shown.Where(one => index[one.Id].StatusOn(thisPage.Today) != GroupStatus.Closed);
        var page = new FinderPage(
            [.. open.Select(one => Show(one.Id, thisPage))],
            total,
            new FacetCounter(index, found, total).Count(),
            selected.Count > query.Limit ? CursorAfter(shown[^1].Key) : null,
            [.. feeds.Values.Select(Describe)],
            []);
        if (query is { WithinKm: not null, Cursor: null })
            page = page with { OnRequest = OnRequest(evaluator, firstPage) };
        return total > 0 ? page : Relax(page, evaluator, firstPage);
    }

    private string CursorAfter(SortKey last) => new FinderCursor(last, at, query.Fingerprint()).ToString();

    private static SearchedArea Describe(AreaFeed feed) =>
        new(feed.Area, feed.Name, feed.Position.AsOf, feed.IsReachable);

    private FinderPage Relax(FinderPage page, QueryEvaluator evaluator, SearchTime time)
    {
        var relaxations = Relaxation.Of(query, evaluator.Count);
        var isOne = relaxations is [{ Dropped.Length: 1 }, ..];
        var near = relaxations
            .SelectMany(
                one => First(evaluator.Evaluate(one.Query), one.Query, time).Select(id => (Id: id, one.Dropped)))
            .DistinctBy(one => one.Id)
            .Take(MaxAside);
        return page with
        {
            Instead = isOne ? [.. relaxations.Select(one => new DroppedFilter(one.Dropped[0], one.Total))] : [],
            Relaxed = isOne ? [] : [.. relaxations.Select(one => new DroppedFilters(one.Dropped, one.Total))],
            Nearest = [.. near.Select(one => new NearGroup(Show(one.Id, time), one.Dropped))],
        };
    }

    private ImmutableArray<FoundGroup> OnRequest(QueryEvaluator evaluator, SearchTime time)
    {
        var anywhere = query with { WithinKm = null };
        return [.. First(evaluator.EvaluateOnRequest(query), anywhere, time).Select(id => Show(id, time))];
    }

    private List<int> First(DocumentSet found, FinderQuery of, SearchTime time)
    {
        using (found)
        {
            // Without its words, nothing is more relevant than anything else.
            var isSorted = of.Sort != FinderSort.Relevance || of.Words.Count > 0;
            var sorted = isSorted ? of : of with { Sort = FinderSort.Next };
            var selector = new PageSelector(index, sorted, time);
            return [.. selector.Select(found, found.Count, MaxAside).Select(one => one.Id)];
        }
    }

    private FoundGroup Show(int id, SearchTime time)
    {
        var document = index[id];
        var feed = feeds[document.Area];
        return new()
        {
            Area = document.Area,
            Id = document.Id,
            Name = document.Name,
            Url = UrlOf(document, feed),
            Place = index.PlaceOf(id),
            DistanceKm = DistanceTo(id),
            NextMeeting = document.MeetingAt(document.NextMinute(time)),
            FittingMeeting = query.Meeting.IsEmpty
                ? null
                : document.MeetingAt(document.NextMinute(time, query.Meeting)),
            Needs = document.Needs,
            Topics = document.Topics,
            LastConfirmed = document.LastConfirmed,
            Format = document.Format,
            For = document.For,
            Languages = document.Languages,
            WelcomesNewcomers = document.WelcomesNewcomers,
            Joining = document.Joining,
            Status = document.StatusOn(time.Today),
            Welcome = document.Welcome,
            AsOf = feed.Position.AsOf,
        };
    }

    // Never another area's address: a client that followed it would show its token there.
    private static string UrlOf(CardDocument document, AreaFeed feed) =>
        feed.IsHome ? $"/api/v1/groups/{document.Id}" : $"/api/v1/areas/{document.Area}/groups/{document.Id}";

    private double? DistanceTo(int id)
    {
        if (query.Origin is not { } origin || index.PositionOf(id) is not { } position) return null;
        return Math.Round(origin.MetresTo(position) / 1000.0, 2);
    }
}
