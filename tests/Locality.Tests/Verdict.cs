using PeerNet.Locality.Tests.Scanning;

namespace PeerNet.Locality.Tests;

/// <summary>What the scan says of all the evidence.</summary>
internal sealed class Verdict
{
    private readonly IReadOnlyList<Canary> canaries;
    private readonly IReadOnlyList<Piece> evidence;
    private readonly TimeSpan took;

    public Verdict(IReadOnlyList<Canary> canaries, IReadOnlyList<Piece> evidence, IEnumerable<Piece>? memory = null)
    {
        this.canaries = canaries;
        this.evidence = evidence;
        var started = TimeProvider.System.GetTimestamp();
        Findings = new Scan(canaries).Of(evidence.Concat(memory ?? []));
        took = TimeProvider.System.GetElapsedTime(started);
    }

    public IReadOnlyList<Finding> Findings { get; }

    public IEnumerable<Finding> Leaks => Findings.Where(finding => finding.IsLeak);

    /// <summary>
    /// Nothing is where it must not be; and the scan has eyes: it finds at home what is kept there, and abroad what is
    /// for everybody.
    /// </summary>
    public void Holds()
    {
        var bytes = evidence.Sum(piece => (long)piece.Bytes.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{evidence.Count} pieces, {bytes:N0} bytes; {canaries.Count} canaries, "
            + $"found {Findings.Count} times in {took.TotalSeconds:0.0} s.");
        var leaks = Leaks.Select(leak => $"{leak}").Distinct().ToList();
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks:\n{string.Join('\n', leaks.Take(40))}");
        Nobody("is not found in its own area", canaries.Where(canary => canary.Kept && !IsIn(canary, canary.Home)));
        Nobody(
            "is not found where it was declared to go",
            canaries.Where(canary => canary.Also.Any(zone => !IsIn(canary, zone))));
        Nobody(
            "is public and not found in every area",
            canaries.Where(canary => canary.Public && Networks.RunningNetwork.Names.Any(zone => !IsIn(canary, zone))));
        Assert.All(
            Networks.RunningNetwork.Names,
            zone => Assert.Contains(evidence, piece => piece.Zone == zone && piece.ForOperators));
    }

    private bool IsIn(Canary canary, string zone) =>
        Findings.Any(finding => finding.Canary == canary && finding.Piece.Zone == zone);

    private static void Nobody(string what, IEnumerable<Canary> those)
    {
        var names = those.Select(canary => $"{canary.Home}'s {canary.What}").ToList();
        Assert.True(names.Count == 0, $"{string.Join(", ", names)} {what}.");
    }
}
