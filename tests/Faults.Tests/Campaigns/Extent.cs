namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// How much a campaign does. A usual run has a few minutes for it; with <c>PEERNET_WHOLE=1</c>, as before a release, it
/// does all that is promised: 20 kills, 500 exchanges and 500 take-ups.
/// </summary>
internal static class Extent
{
    public static int Of(int usual, int whole) =>
        Environment.GetEnvironmentVariable("PEERNET_WHOLE") == "1" ? whole : usual;
}
