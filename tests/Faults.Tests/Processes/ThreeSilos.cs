using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// An area of three silos, which start at once on an empty database; each test leaves all three running.
/// </summary>
public sealed class ThreeSilos(Postgres server) : IAsyncDisposable
{
    private AreaUnderTest? area;

    /// <summary>Starts it for the first test.</summary>
    internal async Task<AreaUnderTest> Running()
    {
        if (area is not null) return area;
        Postgres.Demand();
        area = await AreaUnderTest.OnPostgresql(server);
        return await area.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (area is null) return;
        area.Finished = true;
        await area.DisposeAsync();
    }
}
