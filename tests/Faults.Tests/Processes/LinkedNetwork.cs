using System.Text.Json;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// Local mode with processes of their own, each of which the test takes over, so that it can kill, freeze and start it
/// again.
/// </summary>
internal sealed class LinkedNetwork : IAsyncDisposable
{
    private readonly LocalNetwork network;
    private readonly HttpClient http =
        new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(30) };

    private LinkedNetwork(LocalNetwork network) => this.network = network;

    /// <summary>Brighton and Hove, East Sussex, West Sussex.</summary>
    public IReadOnlyList<LinkedArea> Areas { get; private set; } = [];

    /// <summary>Starts local mode, which must be one with <c>--processes</c>.</summary>
    public static async Task<LinkedNetwork> Start(LocalNetwork network)
    {
        var linked = new LinkedNetwork(network);
        await network.Start();
        linked.Areas = [.. linked.network.Areas().Select(area => new LinkedArea(area, linked.http))];
        foreach (var area in linked.Areas) area.TakeOver();
        return linked;
    }

    /// <summary>
    /// Asks local mode to stop; what a test started again, as a script might, must end with the rest.
    /// </summary>
    public async Task Stops()
    {
        Assert.Equal(0, await network.Program.Terminate());
        var all = Areas.SelectMany(area => area.Both).ToList();
        await Until.True("no process is left", 20, () => Task.FromResult(all.All(one => one.HasEnded)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var area in Areas) await area.DisposeAsync();
        http.Dispose();
        await network.DisposeAsync();
    }
}

/// <summary>One area of it.</summary>
internal sealed class LinkedArea(JsonElement told, HttpClient http) : IAsyncDisposable
{
    public string Id { get; } = told.GetProperty("id").GetString()!;

    public Uri Url { get; } = new(told.GetProperty("url").GetString()!);

    public Running Silo { get; } = Program(told, "silo");

    public Running Gateway { get; } = Program(told, "gateway");

    public Running[] Both => [Silo, Gateway];

    public Tally Tally { get; } = new();

    /// <summary>Everybody who has that role.</summary>
    public IReadOnlyList<(Guid Id, Sender Sends)> People(string role) =>
    [
        .. from person in told.GetProperty("people").EnumerateArray()
           where person.GetProperty("role").GetString() == role
           select (
               person.GetProperty("memberId").GetGuid(),
               new Sender(http, Url, person.GetProperty("token").GetString(), Tally)),
    ];

    /// <summary>Takes over the processes that local mode started.</summary>
    public void TakeOver()
    {
        var processes = told.GetProperty("processes");
        Silo.Adopt(processes.GetProperty("silo").GetInt32());
        Gateway.Adopt(processes.GetProperty("gateway").GetInt32());
    }

    /// <summary>
    /// Waits until the area serves; what ended by itself, as a silo does that cannot reach its database, is started
    /// again as a supervisor would.
    /// </summary>
    public async Task Ready()
    {
        foreach (var one in Both)
        {
            await Until.True($"{Id} serves", 180, async () =>
            {
                if (one.HasEnded) one.Start();
                return await one.Health("/health/ready") == 200;
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Both) await one.DisposeAsync();
    }

    private static Running Program(JsonElement told, string name)
    {
        var program = told.GetProperty("programs").GetProperty(name);
        return new(
            [.. program.GetProperty("command").EnumerateArray().Select(word => word.GetString()!)],
            program.GetProperty("log").GetString()!,
            new(program.GetProperty("url").GetString()!),
            program.GetProperty("settings")
                .EnumerateObject()
                .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!));
    }
}
