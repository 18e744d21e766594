using System.Globalization;

namespace PeerNet.Gateway.Design;

/// <summary>What pictures drawn by the server have in common.</summary>
internal static class Svg
{
    /// <summary>A number of units as an attribute of SVG.</summary>
    public static string Units(double units) => units.ToString("0.#", CultureInfo.InvariantCulture);
}
