using Microsoft.Extensions.Logging;

namespace PeerNet;

/// <summary>
/// Keeps the log readable: it has what happens once to a silo or a connection, but not what happens on every call.
/// </summary>
internal static class QuietOrleans
{
    /// <summary>Keeps warnings, and the silos that join, leave or die.</summary>
    public static void AddQuietOrleans(this ILoggingBuilder logging)
    {
        logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Orleans.Runtime.MembershipService", LogLevel.Information)
            .AddFilter("Orleans.Hosting", LogLevel.Information)
            // A start that fails is reported once, in one sentence, and not with a stack trace for each of its stages.
            .AddFilter("Orleans.Runtime.Silo", LogLevel.Critical)
            // Two lines for each activation.
            .AddFilter("Polly", LogLevel.Warning)
            // One line for each call and attempt while an area is down, which Faults and the health check report
            // already.
            .AddFilter("Orleans.Messaging.GatewayManager", LogLevel.Error)
            .AddFilter("Orleans.Runtime.CallbackData", LogLevel.Error)
            // Its first measurement covers the time since the machine started, and causes a false warning.
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
    }
}
