namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// Local mode on its second start, with its telemetry heard; shared by tests that leave it running, because a start
/// takes longer than each of them.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SharedNetwork(SeededFolder seeds) : ICollectionFixture<SharedNetwork>, IAsyncDisposable
{
    internal const string Name = "One network";

    private LocalNetwork? network;

    internal Collector Collector { get; } = new();

    /// <summary>Starts it for the first test.</summary>
    internal async Task<LocalNetwork> Running()
    {
        if (network is not null) return network;
        var starting = await seeds.Network(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        try
        {
            await starting.Start();
            return network = starting;
        }
        finally
        {
            if (network is null) await starting.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (network is not null) await network.DisposeAsync();
        Collector.Dispose();
    }
}
