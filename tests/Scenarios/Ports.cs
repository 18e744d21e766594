using System.Net;
using System.Net.Sockets;

namespace PeerNet.Scenarios;

/// <summary>Loopback ports that nobody listens on now.</summary>
public static class Ports
{
    /// <summary>One of them.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
