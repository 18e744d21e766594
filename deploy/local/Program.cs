using System.CommandLine;

namespace PeerNet.Local;

/// <summary>
/// Runs the whole network on one computer: three areas, each with its own cluster, database and Gateway.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder for databases, keys and logs", DefaultValueFactory = _ => new(".peernet")
        };
        var fresh = new Option<bool>("--fresh") { Description =
            "Delete what PeerNet has put there (and in the --postgres databases) first, and start with new data" };
        var port = new Option<int>("--port")
        {
            Description = $"The port of the first area; the others use the next ports, up to {AreaPorts.Span} above it",
            DefaultValueFactory = _ => 5101
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1024 or > 65000)
                result.AddError("--port must be a number from 1024 to 65000.");
        });
        var processes =
            new Option<bool>("--processes") { Description = "Run each silo and each Gateway as a separate process" };
        var postgres = new Option<string?>("--postgres") { Description =
            "Keep each area in a separate database on this server, such as Host=127.0.0.1;Username=postgres" };
        postgres.Validators.Add(result =>
        {
            if (!IsConnectionString(result.GetValueOrDefault<string>())) result.AddError(
                "--postgres must be a connection string, such as Host=127.0.0.1;Port=5432;Username=postgres.");
        });
        var welcome = new Option<bool>("--welcome-new-groups")
        {
            Description =
                "Let people in all areas find a group as soon as a member starts it; if false, a coordinator has to "
                    + "welcome it first",
            DefaultValueFactory = _ => true
        };
        var days = new Option<int>("--days-of-meetings")
        {
            Description =
                "How many days of made-up meetings the first start creates, from 31 to 365. Fewer days start "
                    + "faster.",
            DefaultValueFactory = _ => LocalArea.YearOfMeetings
        };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 31 or > LocalArea.YearOfMeetings)
                result.AddError("--days-of-meetings must be a number from 31 to 365.");
        });
        var root =
            new RootCommand(
                "Runs PeerNet for Brighton and Hove, East Sussex and West Sussex on this computer. Press Ctrl-C to "
                    + "stop. Your data is kept.")
                {
                    data, fresh, port, processes, postgres, welcome, days
                };
        root.SetAction((parsed, cancel) => Network.Run(
            new(
                parsed.GetValue(data)!,
                parsed.GetValue(fresh),
                parsed.GetValue(port),
                parsed.GetValue(processes),
                parsed.GetValue(postgres) is { } server ? new(server) : null,
                parsed.GetValue(welcome),
                parsed.GetValue(days)),
            cancel));
        // Gives all three areas time to finish the requests they have accepted.
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
