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

    /// <summary>The point on a globe of radius 1.</summary>
    public (double X, double Y, double Z) OnGlobe()
    {
        var (north, east) = (Radians(Latitude), Radians(Longitude));
        return (Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north));
    }

    /// <summary>The square of the straight line through the globe between two points so far apart; it takes no trigonometry to compare with.</summary>
    public static double Chord(double metres) => Square(2 * Math.Sin(Math.Clamp(metres / (2 * Radius), 0, Math.PI / 2)));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}
