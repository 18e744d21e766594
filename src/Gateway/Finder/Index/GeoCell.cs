namespace PeerNet.Gateway.Finder.Index;

/// <summary>About a square kilometre, and the documents in it.</summary>
internal sealed class GeoCell
{
    private const double Height = 0.01, Width = 0.015;

    private readonly UnitVector centre;

    public GeoCell((int North, int East) key)
    {
        GeoPoint Corner(double north, double east) => new((key.North + north) * Height, (key.East + east) * Width);
        Centre = Corner(0.5, 0.5);
        centre = Centre.OnUnitSphere();
        // A cell is widest at its side nearer the equator. The rounding of three distances is two metres at most.
        Reach = 2 + Math.Max(Centre.MetresTo(Corner(0, 0)), Centre.MetresTo(Corner(1, 0)));
    }

    public GeoPoint Centre { get; }

    /// <summary>No place in it is farther from its centre, in metres.</summary>
    public int Reach { get; }

    public PostingList Documents { get; } = new();

    public static (int North, int East) KeyOf(GeoPoint at) =>
        ((int)Math.Floor(at.Latitude / Height), (int)Math.Floor(at.Longitude / Width));

    public double SquaredChordTo(in UnitVector from) => from.SquaredChordTo(centre);
}
