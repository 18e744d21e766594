namespace PeerNet.Gateway.Finder.Index;

/// <summary>A place on earth in degrees (WGS 84).</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_008.8;

    public bool IsOnEarth => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Great-circle distance in whole metres, so that an order by distance is the same every time.</summary>
    public int MetresTo(GeoPoint other)
    {
        var north = Radians(other.Latitude - Latitude) / 2;
        var east = Radians(other.Longitude - Longitude) / 2;
        var haversine = Square(Math.Sin(north))
            + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(east));
        return (int)Math.Round(2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine))));
    }

    /// <summary>The point on a globe of radius 1.</summary>
    public UnitVector OnUnitSphere()
    {
        var north = Radians(Latitude);
        var east = Radians(Longitude);
        return new(Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north));
    }

    /// <summary>The square of the straight line through the globe between two points so far apart. Comparing with it
    /// takes no trigonometry.</summary>
    public static double SquaredChord(double metres) =>
        Square(2 * Math.Sin(Math.Clamp(metres / (2 * EarthRadius), 0, Math.PI / 2)));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}

/// <summary>A point on a globe of radius 1.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>See <see cref="GeoPoint.SquaredChord"/>.</summary>
    public double SquaredChordTo(in UnitVector other)
    {
        var x = X - other.X;
        var y = Y - other.Y;
        var z = Z - other.Z;
        return x * x + y * y + z * z;
    }
}
