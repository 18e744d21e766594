using System.CommandLine;

namespace PeerNet.Local;

/// <summary>The whole network on one machine: three areas, each a cluster, a database and a Gateway of its own, in one process or in two each.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Where the areas keep their databases, keys and logs", DefaultValueFactory = _ => new(".peernet") };
        var fresh = new Option<bool>("--fresh") { Description = "Forget everything in that folder (and in the databases of --postgres) first, and seed it again" };
        var port = new Option<int>("--port") { Description = $"The first area's port; the others follow, and up to {AreaPorts.Span} above it those for machines", DefaultValueFactory = _ => 5101 };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1024 or > 65000) result.AddError("--port is a number from 1024 to 65000.");
        });
        var processes = new Option<bool>("--processes") { Description = "Run each silo and each Gateway as a process of its own" };
        var postgres = new Option<string?>("--postgres") { Description = "Keep each area in a database of its own on this server, such as Host=127.0.0.1;Username=postgres" };
        postgres.Validators.Add(result =>
        {
            if (!IsConnectionString(result.GetValueOrDefault<string>())) result.AddError("--postgres is a connection string like Host=127.0.0.1;Port=5432;Username=postgres.");
        });
        var root = new RootCommand("Runs PeerNet for Brighton and Hove, East Sussex and West Sussex on this machine. Ctrl-C stops it; the data stays.") { data, fresh, port, processes, postgres };
        root.SetAction((parsed, cancel) => Network.Run(
            new(parsed.GetValue(data)!, parsed.GetValue(fresh), parsed.GetValue(port), parsed.GetValue(processes), parsed.GetValue(postgres) is { } server ? new(server) : null),
            cancel));
        // Three areas finish what they have accepted before the process ends.
        return root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }

    private static bool IsConnectionString(string? text)
    {
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
