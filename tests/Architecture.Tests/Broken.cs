namespace PeerNet.Architecture.Tests;

/// <summary>Asserts on what breaks a rule.</summary>
internal static class Broken
{
    /// <summary>
    /// Fails with one line for each finding, so that a single run shows everything that has to be fixed.
    /// </summary>
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
