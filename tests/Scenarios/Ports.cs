using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace PeerNet.Scenarios;

/// <summary>Loopback ports that are free now.</summary>
public static class Ports
{
    // Below the ephemeral port range.
    private const int Lowest = 10_000, Highest = 32_000, Range = 500;

    private static int last = Environment.ProcessId;

    /// <summary>One of them.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first of 500 in a row, for a whole network.</summary>
    public static int FreeRange()
    {
        while (true)
        {
            var first = Lowest + Range * (Interlocked.Increment(ref last) % ((Highest - Lowest) / Range));
            var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
            if (!taken.Any(at => at.Port >= first && at.Port < first + Range)) return first;
        }
    }
}
