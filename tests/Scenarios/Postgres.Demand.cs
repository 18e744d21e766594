namespace PeerNet.Scenarios;

/// <summary>What tests ask before they start a server.</summary>
public sealed partial class Postgres
{
    /// <summary>Skips the test, or fails it where every test must run, when there is no PostgreSQL.</summary>
    public static void Demand()
    {
        if (IsInstalled) return;
        const string missing = "PostgreSQL is not installed. Get it with: apt-get install postgresql";
        if (Environment.GetEnvironmentVariable("PEERNET_REQUIRE_ALL") == "1") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
