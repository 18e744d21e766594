namespace PeerNet.Architecture.Tests;

/// <summary>What breaks a rule, each named on a line of its own.</summary>
internal static class Broken
{
    /// <summary>Fails with every finding at once, so that one run shows the whole repair.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
