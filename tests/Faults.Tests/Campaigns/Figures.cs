namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>What was measured, for people: it is said whether the test holds or not.</summary>
internal static class Figures
{
    public static void Write(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Console.WriteLine(line);
    }
}
