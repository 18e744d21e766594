namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// What a first start of local mode leaves, made once and copied: seeding takes both cores longer than most tests.
/// </summary>
public sealed class SeededFolder : IAsyncDisposable
{
    private readonly SemaphoreSlim making = new(1);
    private LocalNetwork? seeded;

    /// <summary>Local mode in a copy of its own, which has been started before.</summary>
    internal async Task<LocalNetwork> Network(
        IReadOnlyDictionary<string, string>? settings = null, params string[] options)
    {
        var network = new LocalNetwork(settings, options);
        await Seed();
        foreach (var file in seeded!.Data.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(
                network.Data.FullName, Path.GetRelativePath(seeded.Data.FullName, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }
        return network;
    }

    public async ValueTask DisposeAsync()
    {
        making.Dispose();
        if (seeded is not null) await seeded.DisposeAsync();
    }

    private async Task Seed()
    {
        await making.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (seeded is not null) return;
            var network = new LocalNetwork(null, LocalNetwork.AMonth);
            await network.Start();
            await network.Program.Terminate();
            seeded = network;
        }
        finally
        {
            making.Release();
        }
    }
}
