using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PeerNet;

/// <summary>
/// Stops this process gracefully when the process that started it ends or closes the lifeline. The setting PeerNet:Lifeline
/// names a loopback port of that process; production does not set it. A connection closes when a process ends for whatever
/// reason, at once and on every system. So does a pipe on standard input, but not for a process that a script has restarted,
/// and a process ID may belong to a zombie or to another program.
/// </summary>
internal sealed partial class Lifeline(IPEndPoint holder, IHostApplicationLifetime lifetime, ILogger<Lifeline> log) : BackgroundService
{
    // Longer than the host's shutdown timeout.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);

    private static Timer? patience;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(holder, stoppingToken);
            // Nothing is ever sent on it.
            await line.Client.ReceiveAsync(new byte[1], stoppingToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            Cut(fault.GetType().Name);
        }
        // If its database is gone too, a silo waits for it for ever, and nobody is left to end it.
        patience = new(_ => Process.GetCurrentProcess().Kill(), null, LongestGoodbye, Timeout.InfiniteTimeSpan);
        lifetime.StopApplication();
    }

    [LoggerMessage(1, LogLevel.Information, "Stopping because the process that started this one has ended ({Fault})")]
    private partial void Cut(string fault);
}

/// <summary>Registers it.</summary>
internal static class LifelineRegistration
{
    /// <summary>Connects to the process that the settings name, if any. Added first, so that it also ends a start that nobody waits for.</summary>
    public static void AddLifeline(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration["PeerNet:Lifeline"] is not { Length: > 0 } holder) return;
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Lifeline>(services, IPEndPoint.Parse(holder)));
    }
}
