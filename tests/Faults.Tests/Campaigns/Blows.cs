using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>Kills some processes of these areas and starts them again, one blow at a time.</summary>
internal sealed class Blows(params LinkedArea[] areas) : IDisposable
{
    private readonly Running[] all = [.. areas.SelectMany(area => area.Both)];
    private readonly SemaphoreSlim one = new(1);
    private readonly Random random = new();

    /// <summary>How many processes were killed so far.</summary>
    public int Kills { get; private set; }

    /// <summary>One, or several at once; returns when all serve again.</summary>
    public async Task Fall()
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await Until.Later(TimeSpan.FromMilliseconds(random.Next(1, 1000)));
            var victims = random.GetItems(all, random.Next(4) == 0 ? all.Length : 1).Distinct().ToList();
            await Task.WhenAll(victims.Select(victim => victim.Kill()));
            Kills += victims.Count;
            await Until.Later(TimeSpan.FromMilliseconds(random.Next(10, 1500)));
            foreach (var ended in all.Where(process => process.HasEnded)) ended.Start();
            await Task.WhenAll(areas.Select(area => area.Ready()));
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
