using System.CommandLine;

namespace PeerNet.Local;

/// <summary>The whole network on one machine: three areas, each a cluster, a database and a Gateway of its own, in one process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Where the areas keep their databases and keys", DefaultValueFactory = _ => new(".peernet") };
        var fresh = new Option<bool>("--fresh") { Description = "Forget everything in that folder first, and seed it again" };
        var port = new Option<int>("--port") { Description = "The first area's port; the others follow", DefaultValueFactory = _ => 5101 };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1024 or > 65000) result.AddError("--port is a number from 1024 to 65000.");
        });
        var root = new RootCommand("Runs PeerNet for Brighton and Hove, East Sussex and West Sussex on this machine. Ctrl-C stops it; the data stays.") { data, fresh, port };
        root.SetAction((parsed, cancel) => Network.Run(parsed.GetValue(data)!, parsed.GetValue(fresh), parsed.GetValue(port), cancel));
        // Three areas finish what they have accepted before the process ends.
        return root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }
}
