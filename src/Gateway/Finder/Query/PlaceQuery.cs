using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Map;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Where the groups meet that fit a query. Groups that are only online, or say where only on request, meet
/// nowhere that a stranger may know.</summary>
internal sealed class PlaceQuery(CardIndex index, DateTimeOffset now)
{
    public FoundPlaces Find(FinderQuery query)
    {
        using var found = new QueryEvaluator(index, SearchTime.At(now)).Evaluate(query);
        return new(found.Count, [.. found.Ids().Select(PlaceOf).OfType<FoundPlace>()]);
    }

    private FoundPlace? PlaceOf(int id)
    {
        var document = index[id];
        if (document.Format == MeetingFormat.Online || index.PlaceOf(id) is not { } place) return null;
        if (PointOf(place) is not { } at) return null;
        return new() { Area = document.Area, Group = document.Id, Name = document.Name, Town = place.Town, At = at };
    }

    private static GeoPoint? PointOf(Place place)
    {
        return place is { Latitude: { } latitude, Longitude: { } longitude }
            ? new GeoPoint(latitude, longitude)
            : Outcodes.Find(place.Outcode);
    }
}

/// <summary>Where the groups of a search meet.</summary>
/// <param name="Total">How many groups were found, with those that have no place.</param>
/// <param name="Places">The places, one for each group that has one.</param>
internal sealed record FoundPlaces(int Total, ImmutableArray<FoundPlace> Places);
