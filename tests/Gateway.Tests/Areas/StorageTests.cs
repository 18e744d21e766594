using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>What people and operators learn when an area loses its database.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task Nothing_is_acknowledged_once_the_database_file_is_deleted_and_nobody_is_ready()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        await using var second = await SecondGateway.Start(areas.East, areas.West);
        var lead = await areas.APerson(areas.East);
        Assert.Equal((HttpStatusCode.Created, null), await Found(areas.East.Url, lead));
        Assert.Equal(200, (await areas.EastHttp.Bare("/health/ready")).Status);

        File.Delete(areas.East.Database);
        var cannotStore = (HttpStatusCode.ServiceUnavailable, "area.cannot-store");
        Assert.Equal(cannotStore, await Found(areas.East.Url, lead));
        Assert.Equal(cannotStore, await Found($"http://127.0.0.1:{second.At.Public}", lead));
        await RunningArea.Until(async () => (await areas.EastHttp.Bare("/health/ready")).Status == 503);
        await RunningArea.Until(async () => (await second.Http.Bare("/health/ready")).Status == 503);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_once_the_log_beside_the_database_is_deleted()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var lead = await areas.APerson(areas.East);
        Assert.Equal((HttpStatusCode.Created, null), await Found(areas.East.Url, lead));
        File.Delete($"{areas.East.Database}-wal");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "area.cannot-store"), await Found(areas.East.Url, lead));
        await RunningArea.Until(async () => (await areas.EastHttp.Bare("/health/ready")).Status == 503);
    }

    [Fact]
    public async Task A_database_that_is_lost_is_not_replaced_by_an_empty_one()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-lost-");
        var at = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder);
        await using (var cell = new Cell(at, [], RunningArea.OfOneTest))
        {
            await cell.Start(TestContext.Current.CancellationToken);
        }
        // What local mode writes once all areas have started.
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "network.json"),
            JsonSerializer.Serialize(new { areas = new[] { new { database = at.Database } } }),
            TestContext.Current.CancellationToken);
        foreach (var file in folder.GetFiles("east-sussex.db*")) file.Delete();
        await using (var cell = new Cell(at, [], RunningArea.OfOneTest))
        {
            var refused =
                await Assert.ThrowsAnyAsync<Exception>(() => cell.Start(TestContext.Current.CancellationToken));
            Assert.Contains("does not exist", refused.Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(at.Database));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_silo_on_the_same_file_does_not_start()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var folder = new DirectoryInfo(Path.GetDirectoryName(areas.East.Database)!);
        var same = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder);
        await using var cell = new Cell(same, [], RunningArea.OfOneTest);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => cell.Start(TestContext.Current.CancellationToken));
        Assert.Contains("in use by another silo", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_with_records_cards_and_keys_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        Assert.Equal(HttpStatusCode.Created, (await Found(areas.East.Url, await areas.APerson(areas.East))).Item1);
        var folder = new DirectoryInfo(Path.GetDirectoryName(areas.East.Database)!);
        var files = folder.GetFiles("*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.Name.EndsWith(".db-wal", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Name.EndsWith(".cards.db", StringComparison.Ordinal));
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.All(
            files, file => Assert.True((file.UnixFileMode | owner) == owner, $"{file.Name} {file.UnixFileMode}"));
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_is_a_fault_of_ours_and_no_outage()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var lead = await areas.APerson(areas.East);
        await Change(
            "CREATE TRIGGER refused BEFORE INSERT ON OrleansStorage WHEN NEW.GrainTypeString = 'group' "
                + "BEGIN SELECT RAISE(ABORT, 'refused'); END");
        Assert.Equal((HttpStatusCode.InternalServerError, "fault"), await Found(areas.East.Url, lead));
        await Change("DROP TRIGGER refused");
        Assert.Equal((HttpStatusCode.Created, null), await Found(areas.East.Url, lead));

        async Task Change(string sql)
        {
            await using var connection = new SqliteConnection($"Data Source={areas.East.Database};Pooling=False");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(HttpStatusCode, string?)> Found(string url, Person lead)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var put = new HttpRequestMessage(HttpMethod.Put, $"{url}/api/v1/groups/{Guid.CreateVersion7()}")
        {
            Content = JsonContent.Create(new { name = "Tea" }),
        };
        put.Headers.Authorization = new AuthenticationHeaderValue("Bearer", lead.Token);
        using var answer = await http.SendAsync(put);
        if (answer.IsSuccessStatusCode) return (answer.StatusCode, null);
        Assert.Equal(answer.StatusCode == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, problem.GetProperty("code").GetString());
    }
}
