using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Gateway;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Bench.Finding;

/// <summary>A finder filled with cards, in this process, with the cards themselves in its file.</summary>
internal sealed class FilledFinder : IDisposable
{
    private const int PageSize = 1_000;

    // Far more than a card, or an empty index, needs: anything above it is a leak.
    private const long MaxBytesPerCard = 800, MaxBytesBefore = 50_000_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-finder-bench-");
    private readonly GroupSearch search;

    /// <summary>Fills a finder, and prints the time and memory it takes.</summary>
    public FilledFinder(int size)
    {
        Size = size;
        search = Create(FileIn(folder));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        Fill(search, size);
        var seconds = watch.Elapsed.TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print($"finder {size} index built in {seconds:0.0} s, {bytes / 1e6:0} MB");
        var limit = MaxBytesBefore + size * MaxBytesPerCard;
        if (bytes > limit) throw new InvalidOperationException($"It takes {bytes} bytes, and {limit} are allowed.");
        watch.Restart();
        search.MoveTo(Cards.Now.AddDays(1));
        Print($"finder {size} moved to another day in {watch.Elapsed.TotalSeconds:0.00} s");
        search.MoveTo(Cards.Now);
    }

    public int Size { get; }

    public int Ask(FinderQuery query) =>
        JsonSerializer.SerializeToUtf8Bytes(search.Find(query, Cards.Now), PeerNetJson.Options).Length;

    public int Total(FinderQuery query) => search.Find(query, Cards.Now).Total;

    public void Dispose()
    {
        search.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Prints the size of the file, and how long it takes to read the cards back.</summary>
    public void MeasureFile()
    {
        var file = FileIn(folder);
        Print($"finder {Size} stored in {new FileInfo(file).Length / 1e6:0} MB");
        var watch = Stopwatch.StartNew();
        using (Create(file)) Print($"finder {Size} read from the file in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Fill(GroupSearch search, int size)
    {
        var change = 0L;
        foreach (var page in Cards.Make(size).Chunk(PageSize))
        {
            foreach (var area in page.GroupBy(card => card.Area))
            {
                CardChange[] rest =
                    [.. area.Select(card => new CardChange(CardState.Updated, card.Id, ++change, card))];
                // On a busy machine a page may be applied in parts.
                while (!search.Apply(area.Key, new([.. rest], new("feed", change), Restarted: false), Cards.Now))
                {
                    var applied = search.CursorOf(area.Key).After;
                    rest = [.. rest.Where(one => one.Modified > applied)];
                }
            }
        }
    }

    private static string FileIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "finder.db");

    private static GroupSearch Create(string file)
    {
        var finder = new FinderOptions { File = file, MaxCards = 10_000_000 };
        var options = new GatewayOptions { Area = Cards.Areas[0].Value, Finder = finder };
        foreach (var area in Cards.Areas[1..])
        {
            var url = new Uri($"https://{area}.example");
            options.Neighbours.Add(new() { Area = area.Value, Url = url, Link = url });
        }
        return new(Options.Create(options), new StoppedClock(), NullLogger<GroupSearch>.Instance);
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Cards.Now;
    }
}
