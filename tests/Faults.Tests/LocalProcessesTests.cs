using System.Diagnostics;
using System.Net;
using System.Text.Json;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>Local mode with a separate process for each silo and each Gateway.</summary>
public sealed class LocalProcessesTests(SeededFolder seeds)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_stop_while_the_processes_still_start_leaves_none_behind()
    {
        await using var network = new LocalNetwork(null, "--processes");
        network.Run();
        await Until.True("it has children", 30, () => Task.FromResult(ChildrenOf(network.Program.Id).Count == 6));
        var children = ChildrenOf(network.Program.Id);
        Assert.Equal(0, await network.Program.Terminate());
        Assert.DoesNotContain(children, IsAlive);
    }

    [Fact]
    public async Task A_script_can_start_a_killed_silo_again_and_all_end_with_local_mode_though_the_database_is_gone()
    {
        Postgres.Demand();
        await using var mortal = new Postgres();
        await using var network = new LocalNetwork(
            null, LocalNetwork.AMonth, "--processes", "--postgres", await mortal.Server());
        await network.Start();
        var areas = network.Areas();
        Assert.Equal(
            ["peernet_brighton_and_hove", "peernet_east_sussex", "peernet_west_sussex"],
            areas.Select(area => area.GetProperty("database").GetString()));
        Assert.Equal(ChildrenOf(network.Program.Id).Order(), areas.SelectMany(ProcessesOf).Where(IsAlive).Order());
        Assert.Equal("200 200 200", await Statuses(areas));
        using (var again = await KilledAndStartedAgain(network, areas)) again.Kill();

        // Silos that do not reach it cannot leave the cluster.
        await mortal.Without(async () =>
        {
            await network.Program.Kill();
            await AllEnd(areas);
        });
        await StartInOneProcess(network, areas);
    }

    [Fact]
    public async Task Areas_start_again_while_a_border_between_them_is_closed()
    {
        await using var network = await seeds.Network();
        await network.Start();
        var east = network.Areas().Single(area => area.GetProperty("id").GetString() == "east-sussex");
        var coordinator = east.GetProperty("people").EnumerateArray()
            .First(person => person.GetProperty("role").GetString() == "coordinator");
        using var close = new HttpRequestMessage(
            HttpMethod.Put, $"{east.GetProperty("url").GetString()}/api/v1/link/border/west-sussex");
        close.Headers.Authorization = new("Bearer", coordinator.GetProperty("token").GetString());
        using var closed = await Http.SendAsync(close, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        Assert.Equal(0, await network.Program.Terminate());
        await network.Start();
        Assert.Equal("200 200 200", await Statuses(network.Areas()));
    }

    [Fact]
    public async Task A_missing_server_is_reported_in_one_line()
    {
        await using var network = new LocalNetwork(
            null, "--processes", "--postgres", $"Host=127.0.0.1;Port={Ports.Free()};Username=postgres");
        network.Run();
        Assert.Equal(1, await network.Program.Ended());
        Assert.Matches(
            @"^PeerNet could not start: PostgreSQL at 127\.0\.0\.1:\d+ cannot be used: [^\n]+\n$", network.Said);
    }

    // On its ports a silo takes its own place; on others it would wait for its ghost.
    private static async Task StartInOneProcess(LocalNetwork network, IReadOnlyList<JsonElement> areas)
    {
        Assert.Contains("First start: East Sussex", network.Said, StringComparison.Ordinal);
        var before = network.Said.Length;
        network.Omit("--processes");
        await network.Start();
        Assert.DoesNotContain("First start", network.Said[before..], StringComparison.Ordinal);
        Assert.Equal(
            [network.Program.Id],
            network.Areas().Select(area => area.GetProperty("processes").GetProperty("local").GetInt32()).Distinct());
        Assert.Equal(areas.Select(AddressOf), network.Areas().Select(AddressOf));
        Assert.Equal("200 200 200", await Statuses(network.Areas()));

        static string? AddressOf(JsonElement area) => area.GetProperty("url").GetString();
    }

    private static async Task<Process> KilledAndStartedAgain(LocalNetwork network, IReadOnlyList<JsonElement> areas)
    {
        using (var silo = Process.GetProcessById(areas[2].GetProperty("processes").GetProperty("silo").GetInt32()))
            silo.Kill();
        await Until.True(
            "the loss is told",
            10,
            () => Task.FromResult(network.Said.Contains("West Sussex's silo (process ", StringComparison.Ordinal)));
        Assert.Equal("200 200 503", await Statuses(areas));
        var again = StartAgain(areas[2].GetProperty("programs").GetProperty("silo"));
        await Until.True("the area serves again", 30, async () => await Statuses(areas) == "200 200 200");
        return again;
    }

    private static IEnumerable<int> ProcessesOf(JsonElement area) =>
        area.GetProperty("processes").EnumerateObject().Select(process => process.Value.GetInt32());

    private static Task<TimeSpan> AllEnd(IReadOnlyList<JsonElement> areas) =>
        Until.True("no child is left", 20, () => Task.FromResult(!areas.SelectMany(ProcessesOf).Any(IsAlive)));

    // Who has ended and waits for a parent that will not ask is not alive.
    private static bool IsAlive(int id) => StatOf(id) is [not ("Z" or "X"), ..];

    private static List<int> ChildrenOf(int parent) =>
        [.. Directory.GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, null))
            .Where(id => StatOf(id) is [_, var of, ..] && of == $"{parent}")];

    // State and parent, after the name.
    private static string[]? StatOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<string> Statuses(IReadOnlyList<JsonElement> areas)
    {
        return string.Join(' ', await Task.WhenAll(areas.Select(async area =>
        {
            using var answer = await Http.GetAsync(
                new Uri($"{area.GetProperty("url").GetString()}/api/v1/area"), TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        })));
    }

    private static Process StartAgain(JsonElement program)
    {
        var command = program.GetProperty("command").EnumerateArray().Select(word => word.GetString()!).ToList();
        var start = new ProcessStartInfo("/bin/sh", [
            "-c",
            "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1",
            "sh",
            program.GetProperty("log").GetString()!,
            .. command
        ]);
        foreach (var setting in program.GetProperty("settings").EnumerateObject())
            start.Environment[setting.Name] = setting.Value.GetString();
        return Process.Start(start)!;
    }
}
