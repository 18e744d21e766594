using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PeerNet;

/// <summary>
/// Shuts this process down once the process that started it has ended or closes its end of a connection. The setting
/// PeerNet:ParentEndPoint is a loopback port of that process; production does not set it. However a process ends, its
/// connections close at once, on every system. A pipe on standard input would not work for a process restarted by a
/// script, and a process id may belong to a zombie or be reused.
/// </summary>
internal sealed partial class ParentExitWatch(
    IPEndPoint parent, IHostApplicationLifetime lifetime, ILogger<ParentExitWatch> log)
    : BackgroundService
{
    // Longer than the host's own shutdown timeout.
    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(10);

    private static Timer? killTimer;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(parent, stoppingToken);
            // Nothing is ever sent, so this returns when the connection closes.
            await connection.Client.ReceiveAsync(new byte[1], stoppingToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            Closed(fault.GetType().Name);
        }
        // A silo whose database has gone too would wait for it forever, with nobody left to kill it.
        killTimer = new(_ => Process.GetCurrentProcess().Kill(), null, KillAfter, Timeout.InfiniteTimeSpan);
        lifetime.StopApplication();
    }

    [LoggerMessage(1, LogLevel.Information, "Stopping because the parent process has ended ({Fault})")]
    private partial void Closed(string fault);
}

/// <summary>Registers the watch.</summary>
internal static class ParentExitWatchRegistration
{
    /// <summary>
    /// Watches the parent process if <c>PeerNet:ParentEndPoint</c> is set. Call it first, so that it also ends a start
    /// that hangs.
    /// </summary>
    public static void AddParentExitWatch(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration["PeerNet:ParentEndPoint"] is not { Length: > 0 } parent) return;
        var endPoint = IPEndPoint.Parse(parent);
        builder.Services.AddHostedService(
            services => ActivatorUtilities.CreateInstance<ParentExitWatch>(services, endPoint));
    }
}
