using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Finder.Map;

/// <summary>A mark on the map: the groups of a place, with those whose marks would overlap it.</summary>
public sealed record MapMark
{
    /// <summary>Its radius in units of the picture: on the smallest phone it can still be pressed.</summary>
    public const int Radius = 15;

    // About a kilometre, as for a place of which strangers see only the town.
    private const int Digits = 2;

    private readonly GeoPoint at;
    private readonly List<FoundPlace> places = [];

    private MapMark(GeoPoint at) => this.at = at;

    /// <summary>How far to the right it is.</summary>
    public double X => Sketch.XOf(at.Longitude);

    /// <summary>How far down it is.</summary>
    public double Y => Sketch.YOf(at.Latitude);

    /// <summary>How many groups it stands for.</summary>
    public int Groups => places.Count;

    /// <summary>The only group it stands for; null if there are several.</summary>
    public FoundPlace? Only => places is [var only] ? only : null;

    /// <summary>The town of most of its groups; null if none says a town.</summary>
    public string? Town =>
        places.Select(place => place.Town).OfType<string>().GroupBy(town => town).MaxBy(town => town.Count())?.Key;

    /// <summary>The search for groups near it.</summary>
    public FinderAddress Near(FinderAddress search)
    {
        var km = places.Max(place => at.MetresTo(place.At)) / 1000 + 1;
        var point = FormattableString.Invariant($"{at.Latitude:0.00},{at.Longitude:0.00}");
        return search.Without("outcode", "near").With("near", point).With("withinKm", $"{km}");
    }

    /// <summary>The marks of all places on the picture, the largest first. No two overlap.</summary>
    public static IReadOnlyList<MapMark> Of(IEnumerable<FoundPlace> found)
    {
        List<MapMark> marks = [];
        var spots = found.Where(place => Sketch.Shows(place.At)).GroupBy(place => Rounded(place.At))
            .OrderByDescending(spot => spot.Count()).ThenBy(spot => spot.Key.Longitude)
            .ThenBy(spot => spot.Key.Latitude);
        foreach (var spot in spots)
        {
            var nearest = marks.MinBy(mark => mark.UnitsTo(spot.Key));
            var isApart = nearest is null || nearest.UnitsTo(spot.Key) >= 2 * Radius;
            if (isApart) marks.Add(nearest = new(spot.Key));
            nearest!.places.AddRange(spot);
        }
        return [.. marks.OrderByDescending(mark => mark.Groups)];
    }

    private double UnitsTo(GeoPoint other) =>
        double.Hypot(Sketch.XOf(other.Longitude) - X, Sketch.YOf(other.Latitude) - Y);

    private static GeoPoint Rounded(GeoPoint at) =>
        new(Math.Round(at.Latitude, Digits), Math.Round(at.Longitude, Digits));
}
