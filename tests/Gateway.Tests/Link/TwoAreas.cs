using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Two areas of a test's own, each of which can be stopped and started again as another version.</summary>
internal sealed class TwoAreas : IAsyncDisposable
{
    private readonly Dictionary<string, Cell> running = [];

    public TwoAreas(bool welcomesNewGroups = true)
    {
        East = new("east-sussex", "East Sussex", RunningArea.FreePorts(), Folder)
        {
            WelcomesNewGroups = welcomesNewGroups, DatabaseTimeout = RunningArea.BusyTimeout,
        };
        West = new("west-sussex", "West Sussex", RunningArea.FreePorts(), Folder)
        {
            DatabaseTimeout = RunningArea.BusyTimeout,
        };
        EastHttp = new(East.Url);
        WestHttp = new(West.Url);
    }

    /// <summary>Where they keep everything.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("peernet-two-areas-");

    public LocalArea East { get; }

    public LocalArea West { get; }

    public ApiClient EastHttp { get; }

    public ApiClient WestHttp { get; }

    /// <summary>An area that runs.</summary>
    public Cell this[LocalArea area] => running[area.Area.Value];

    /// <summary>Settings of every Gateway here.</summary>
    public static void Settings(WebApplicationBuilder builder)
    {
        RunningArea.OfOneTest(builder);
        builder.Configuration["PeerNet:Link:PullInterval"] = "00:00:00.4";
        builder.Configuration["PeerNet:Link:FiguresInterval"] = "00:00:00.2";
    }

    /// <summary>Starts an area, as a version that accepts this.</summary>
    public async Task Start(LocalArea area, Accepts accepts)
    {
        var cell = new Cell(area, [area == East ? West : East], builder =>
        {
            Settings(builder);
            builder.Services.AddSingleton(accepts);
        });
        running.Add(area.Area.Value, cell);
        await cell.Start(TestContext.Current.CancellationToken);
    }

    /// <summary>Stops an area; its records stay.</summary>
    public async Task Stop(LocalArea area)
    {
        running.Remove(area.Area.Value, out var cell);
        await cell!.DisposeAsync();
    }

    /// <summary>A new person of an area, with a record.</summary>
    public async Task<Person> APerson(LocalArea area, string? role = null)
    {
        var cell = running[area.Area.Value];
        var id = new MemberId(Guid.CreateVersion7());
        RunningArea.Yes(await cell.Grains.Member(area.Area, id)
            .Put(new() { Name = "Sam" }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, area.Tokens.For(id, role, RunningArea.Now));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cell in running.Values) await cell.DisposeAsync();
        EastHttp.Dispose();
        WestHttp.Dispose();
        Folder.Delete(recursive: true);
    }
}
