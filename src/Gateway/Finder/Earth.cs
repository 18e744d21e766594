namespace PeerNet.Gateway.Finder;

/// <summary>A place on earth (WGS 84).</summary>
internal readonly record struct Point(double Latitude, double Longitude)
{
    private const double Radius = 6_371_008.8;

    public bool OnEarth => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Whole metres as the crow flies, so that an order by distance is the same every time.</summary>
    public int MetresTo(Point other)
    {
        var (north, east) = (Radians(other.Latitude - Latitude) / 2, Radians(other.Longitude - Longitude) / 2);
        var h = Square(Math.Sin(north)) + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(east));
        return (int)Math.Round(2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}

/// <summary>Cards by the cell of a grid they lie in, so that a search near a point looks at what is near.</summary>
internal sealed class Grid
{
    private const double High = 0.02, Wide = 0.03;

    // Half of a cell's diagonal where cells are largest, at the equator, and a little more.
    private const int Reach = 2_050;

    private readonly Dictionary<(int, int), CardSet> cells = [];

    public void Add(Point at, int number)
    {
        if (!cells.TryGetValue(Cell(at), out var set)) cells.Add(Cell(at), set = new());
        set.Add(number);
    }

    public void Remove(Point at, int number)
    {
        if (cells.TryGetValue(Cell(at), out var set)) set.Remove(number);
        if (set is { Count: 0 }) cells.Remove(Cell(at));
    }

    /// <summary>Every cell that may have cards so near, with the least and the greatest distance that they can have, nearest first.</summary>
    public IEnumerable<(int Least, int Most, CardSet Cards)> From(Point origin, int atMost) =>
        from cell in cells
        let metres = origin.MetresTo(Centre(cell.Key))
        where metres - Reach <= atMost
        orderby metres
        select (Math.Max(0, metres - Reach), metres + Reach, cell.Value);

    private static (int, int) Cell(Point at) => ((int)Math.Floor(at.Latitude / High), (int)Math.Floor(at.Longitude / Wide));

    private static Point Centre((int North, int East) cell) => new((cell.North + 0.5) * High, (cell.East + 0.5) * Wide);
}
