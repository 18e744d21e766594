using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PeerNet;

/// <summary>
/// Stops this process, in good order, once the process that started it is gone or lets go of it. The setting PeerNet:Lifeline names a
/// loopback port of that process; production does not set it. A connection ends with a process however that ends, at once and on every
/// system. A pipe on standard input would too, but not for who is started again by a script, and a process id may be a zombie's or a stranger's.
/// </summary>
internal sealed partial class Lifeline(IPEndPoint holder, IHostApplicationLifetime lifetime, ILogger<Lifeline> log) : BackgroundService
{
    // Longer than a host gives itself.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);

    private static Timer? patience;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(holder, stoppingToken);
            // Nothing is ever said on it.
            await line.Client.ReceiveAsync(new byte[1], stoppingToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            Cut(fault.GetType().Name);
        }
        // A silo whose database is gone as well waits for it without end, and nobody is left to lose patience.
        patience = new(_ => Process.GetCurrentProcess().Kill(), null, LongestGoodbye, Timeout.InfiniteTimeSpan);
        lifetime.StopApplication();
    }

    [LoggerMessage(1, LogLevel.Information, "What started this process is gone ({Fault}); it stops too.")]
    private partial void Cut(string fault);
}

/// <summary>Registers it.</summary>
internal static class LifelineRegistration
{
    /// <summary>Holds on to the process that the settings name, if they name one; added first, it also ends a start that nobody waits for.</summary>
    public static void AddLifeline(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration["PeerNet:Lifeline"] is not { Length: > 0 } holder) return;
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Lifeline>(services, IPEndPoint.Parse(holder)));
    }
}
