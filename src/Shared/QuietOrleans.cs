using Microsoft.Extensions.Logging;

namespace PeerNet;

/// <summary>Keeps the log readable: what happens to a silo or a connection once is said, what happens at every call is not.</summary>
internal static class QuietOrleans
{
    /// <summary>Leaves warnings, and who joins, leaves and dies.</summary>
    public static void AddQuietOrleans(this ILoggingBuilder logging) => logging
        .AddFilter("Orleans", LogLevel.Warning)
        .AddFilter("Orleans.Runtime.MembershipService", LogLevel.Information)
        .AddFilter("Orleans.Hosting", LogLevel.Information)
        // Two lines for each activation.
        .AddFilter("Polly", LogLevel.Warning)
        // A line for each call and each try while an area is away, which Faults and the health check tell already.
        .AddFilter("Orleans.Messaging.GatewayManager", LogLevel.Error)
        .AddFilter("Orleans.Runtime.CallbackData", LogLevel.Error)
        // Its first look measures since the machine was switched on, and warns.
        .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
}
