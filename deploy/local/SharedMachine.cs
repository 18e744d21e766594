namespace PeerNet.Local;

/// <summary>What the runtime is told of programs that share one machine's few cores with others.</summary>
internal static class SharedMachine
{
    /// <summary>
    /// One heap for each program and not one for each core; and no code is optimised before a program has done nothing new for two seconds
    /// (in milliseconds, hexadecimal). Six that start at once on two cores are ready after 11 s and not after 18.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["DOTNET_gcServer"] = "0", ["DOTNET_TC_CallCountingDelayMs"] = "7D0" };
}
