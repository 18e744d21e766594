using System.Globalization;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Map;

/// <summary>
/// Sussex and its three areas, sketched by hand: good enough to see where a group is, not to find the way there. One
/// unit of the picture is about 370 metres.
/// </summary>
internal static class Sketch
{
    /// <summary>The size of the picture; letters of 12 units are as large as small print on a phone.</summary>
    public const int Width = 360, Height = 160;

    private const double West = -0.99, North = 51.19, UnitsEast = 190;

    // At this latitude a degree north is as long as 1.585 degrees east.
    private const double UnitsNorth = UnitsEast * 1.585;

    // Degrees north and east: along the coast from Emsworth to Camber, and back along the border of Sussex.
    private const string Coast = """
        50.847 -0.937|50.808 -0.925|50.775 -0.915|50.760 -0.860|50.724 -0.795|50.762 -0.738|50.780 -0.675|50.793 -0.610
        50.802 -0.540|50.805 -0.450|50.808 -0.370|50.828 -0.250|50.829 -0.215|50.820 -0.140|50.804 -0.060|50.795 -0.018
        50.782 0.055|50.770 0.100|50.757 0.118|50.742 0.200|50.735 0.245|50.765 0.293|50.785 0.335|50.812 0.362
        50.838 0.470|50.853 0.590|50.873 0.655|50.925 0.740|50.930 0.790|50.922 0.855
        """;

    private const string Inland = """
        50.960 0.850|50.988 0.800|50.990 0.720|51.015 0.630|51.003 0.540|51.035 0.490|51.060 0.430|51.085 0.390
        51.103 0.310|51.118 0.240|51.112 0.180|51.140 0.130|51.142 0.040|51.143 -0.050|51.138 -0.120|51.164 -0.180
        51.145 -0.225|51.120 -0.260|51.108 -0.330|51.095 -0.430|51.085 -0.500|51.068 -0.560|51.060 -0.640|51.070 -0.690
        51.088 -0.730|51.062 -0.790|51.035 -0.850|50.980 -0.890|50.940 -0.935|50.895 -0.930
        """;

    private const string BrightonAndHove = """
        50.829 -0.215|50.860 -0.220|50.882 -0.190|50.890 -0.130|50.880 -0.080|50.860 -0.035|50.830 -0.038|50.795 -0.018
        """;

    private const string EastAndWest = """
        50.890 -0.130|50.925 -0.125|50.955 -0.095|50.985 -0.065|51.020 -0.035|51.060 -0.008|51.090 0.000|51.110 0.035
        51.142 0.040
        """;

    /// <summary>The outline, as the path of an SVG.</summary>
    public static string Outline { get; } = $"M{Line(Coast)} {Line(Inland)}Z";

    /// <summary>Where the areas meet, as the path of an SVG.</summary>
    public static string Borders { get; } = $"M{Line(BrightonAndHove)}M{Line(EastAndWest)}";

    /// <summary>How far to the right of the picture a place is.</summary>
    public static double XOf(double longitude) => (longitude - West) * UnitsEast;

    /// <summary>How far down the picture a place is.</summary>
    public static double YOf(double latitude) => (North - latitude) * UnitsNorth;

    /// <summary>Whether a place is on the picture.</summary>
    public static bool Shows(GeoPoint at) =>
        XOf(at.Longitude) is > 0 and < Width && YOf(at.Latitude) is > 0 and < Height;

    private static string Line(string points) => string.Join(' ', points.Split('|', '\n').Select(Point));

    private static string Point(string written)
    {
        var degrees = written.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return $"{Svg.Units(XOf(degrees[1]))},{Svg.Units(YOf(degrees[0]))}";
    }
}
