using System.Net;
using System.Net.Sockets;

namespace PeerNet.Local;

/// <summary>The loopback ports of one area: for people, for neighbours, for other silos, for the area's Gateway, for the silo's health.</summary>
internal sealed record AreaPorts(int Public, int Link, int Silo, int Gateway, int SiloHealth)
{
    /// <summary>How far the last of them is from the first area's first.</summary>
    public const int Span = 402;

    /// <summary>The ports of the area at that place; always the same, because a silo that returns on its old ports takes its own place at once.</summary>
    public static AreaPorts Of(int first, int place) => new(first + place, first + 100 + place, first + 200 + place, first + 300 + place, first + 400 + place);

    /// <summary>Ports that nobody listens on now.</summary>
    public static AreaPorts Free() => new(FreePort(), FreePort(), FreePort(), FreePort(), FreePort());

    /// <summary>Whoever listens there already would answer in the area's place.</summary>
    /// <exception cref="IOException">One of them is taken.</exception>
    public void Demand()
    {
        foreach (var port in (int[])[Public, Link, Silo, Gateway, SiloHealth])
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
            }
            catch (SocketException fault)
            {
                throw new IOException($"Port {port} is taken.", fault);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
