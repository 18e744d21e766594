using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>Three areas of a test's own, each of which can stop in the middle.</summary>
internal sealed class ThreeAreas : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-three-");
    private readonly LocalArea[] areas;
    private readonly Cell[] cells;
    private readonly ApiClient[] clients;

    public ThreeAreas()
    {
        areas =
        [
            Area("brighton-and-hove", "Brighton and Hove"), Area("east-sussex", "East Sussex"),
            Area("west-sussex", "West Sussex"),
        ];
        cells = [.. areas.Select(Build)];
        clients = [.. areas.Select(area => new ApiClient(area.Url))];
    }

    public Task Start() => Task.WhenAll(cells.Select(cell => cell.Start(TestContext.Current.CancellationToken)));

    /// <summary>Two new leads of an area, with a group each.</summary>
    public Task<LinkedSide> ASide(int place) =>
        LinkedSide.Make(areas[place].Area, clients[place], _ => APerson(cells[place]));

    /// <summary>From now on the area answers nobody.</summary>
    public ValueTask Stop(int place) => cells[place].DisposeAsync();

    /// <summary>The area is there again, with what it had stored.</summary>
    public Task StartAgain(int place)
    {
        cells[place] = Build(areas[place]);
        return cells[place].Start(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        foreach (var cell in cells) await cell.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<Person> APerson(Cell cell)
    {
        var id = new MemberId(Guid.CreateVersion7());
        RunningArea.Yes(await cell.Grains.Member(cell.Area, id)
            .Put(new() { Name = "Sam" }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, cell.Tokens.For(id, null, RunningArea.Now));
    }

    private LocalArea Area(string area, string name) =>
        new(area, name, RunningArea.FreePorts(), folder) { DatabaseTimeout = RunningArea.BusyTimeout };

    private Cell Build(LocalArea area)
    {
        return new(area, areas.Where(other => other != area), builder =>
        {
            RunningArea.OfOneTest(builder);
            builder.Configuration["PeerNet:Link:PullInterval"] = "00:00:00.4";
        });
    }
}
