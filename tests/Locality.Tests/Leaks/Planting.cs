using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PeerNet.Local;
using PeerNet.Locality.Tests.Networks;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>A network whose Gateways have a door for leaks, at /leak/ and a name, in front of all others.</summary>
internal sealed class Planting : IAsyncDisposable
{
    public const string Brighton = "brighton-and-hove", East = "east-sussex", West = "west-sussex";

    private readonly ConcurrentDictionary<string, RequestDelegate> leaking = new();

    public Planting(Collector collector)
    {
        Network = RunningNetwork.Here(
            collector, (_, builder) => builder.Services.AddSingleton<IStartupFilter>(new Front(leaking)));
    }

    public RunningNetwork Network { get; }

    /// <summary>The log of an area.</summary>
    public ILogger Log(string area)
    {
        return Network.Running.OfType<Cell>()
            .Single(cell => cell.At.Area.Value == area).Services
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger("PeerNet.Leaking");
    }

    /// <summary>Makes Brighton's Gateway respond like this, and requests it.</summary>
    public async Task Answer(RequestDelegate answer, string more = "")
    {
        var path = $"/leak/{Guid.CreateVersion7():N}";
        leaking[path] = answer;
        await Network.Doors[Brighton].Get(path + more);
    }

    /// <summary>Writes a file among those of Brighton.</summary>
    public void Write(string name, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(Network.FolderOf(Brighton), name), bytes);

    /// <summary>Changes one of Brighton's databases behind its back.</summary>
    public async Task Change(string file, string sql, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(Network.FolderOf(Brighton), file)};Pooling=False;Default Timeout=10");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // A test's own words.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Network.DisposeAsync();

    private sealed class Front(ConcurrentDictionary<string, RequestDelegate> leaking) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(rest => http => leaking.FirstOrDefault(leak => http.Request.Path.Value!
                .StartsWith(leak.Key, StringComparison.Ordinal)).Value is { } answer ? answer(http) : rest(http));
            next(app);
        };
    }
}
