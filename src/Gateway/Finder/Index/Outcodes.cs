using System.Collections.Frozen;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Roughly where the outcodes (first halves of postcodes) of Sussex and its edges are. A kilometre or two out
/// is near enough to search from.</summary>
internal static class Outcodes
{
    private const string Table = """
        BN1 50.839 -0.147|BN2 50.826 -0.112|BN3 50.836 -0.175|BN5 50.928 -0.277|BN6 50.925 -0.147|BN7 50.876 0.011
        BN8 50.900 0.075|BN9 50.794 0.050|BN10 50.797 0.002|BN11 50.813 -0.377|BN12 50.812 -0.412|BN13 50.834 -0.412
        BN14 50.840 -0.376|BN15 50.829 -0.322|BN16 50.812 -0.495|BN17 50.811 -0.541|BN18 50.853 -0.563|BN20 50.765 0.250
        BN21 50.774 0.279|BN22 50.788 0.292|BN23 50.789 0.323|BN24 50.807 0.343|BN25 50.776 0.105|BN26 50.822 0.203
        BN27 50.868 0.270|BN41 50.840 -0.215|BN42 50.835 -0.231|BN43 50.836 -0.270|BN44 50.888 -0.325|BN45 50.892 -0.205
        RH10 51.113 -0.165|RH11 51.107 -0.207|RH12 51.074 -0.341|RH13 51.040 -0.310|RH14 51.025 -0.500
        RH15 50.957 -0.135|RH16 51.004 -0.096|RH17 51.014 -0.118|RH18 51.098 0.032|RH19 51.128 -0.010
        RH20 50.955 -0.490|TN2 51.128 0.282
        TN3 51.113 0.216|TN4 51.141 0.252|TN5 51.045 0.385|TN6 51.048 0.170|TN7 51.088 0.115|TN19 51.005 0.415
        TN20 51.010 0.255|TN21 50.960 0.285|TN22 50.975 0.075|TN31 50.960 0.700|TN32 50.985 0.475|TN33 50.915 0.470
        TN34 50.868 0.588|TN35 50.885 0.625|TN36 50.925 0.700|TN37 50.880 0.555|TN38 50.868 0.540|TN39 50.850 0.440
        TN40 50.845 0.485|PO10 50.855 -0.940|PO18 50.868 -0.800|PO19 50.837 -0.777|PO20 50.775 -0.790|PO21 50.785 -0.685
        PO22 50.800 -0.630|GU27 51.085 -0.720|GU28 50.985 -0.610|GU29 50.985 -0.740
        """;

    private static readonly FrozenDictionary<string, GeoPoint> Known = Table.Split('|', '\n')
        .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenDictionary(
            row => row[0], row => new GeoPoint(Number(row[1]), Number(row[2])), StringComparer.OrdinalIgnoreCase);

    /// <summary>The middle of an outcode; null when it is not in Sussex.</summary>
    public static GeoPoint? Find(string? outcode) =>
        outcode is not null && Known.TryGetValue(outcode, out var at) ? at : null;

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
