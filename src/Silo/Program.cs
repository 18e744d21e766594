namespace PeerNet.Silo;

/// <summary>The process that holds an area's activations.</summary>
internal static class Program
{
    private static Task Main(string[] args) => WebApplication.CreateBuilder(args).Build().RunAsync();
}
