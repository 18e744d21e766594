using System.Net;
using System.Net.Sockets;

namespace PeerNet.Local;

/// <summary>
/// The loopback ports of one area: public, for neighbours, for other silos, for the Gateway, and for the silo's health.
/// </summary>
internal sealed record AreaPorts(int Public, int Link, int Silo, int Gateway, int SiloHealth)
{
    private const int Areas = 3, PortsPerArea = 5;

    /// <summary>The distance from the first port of the first area to the last port of the last.</summary>
    public const int Span = (Areas * PortsPerArea) - 1;

    /// <summary>
    /// The ports of the area at this place. They never change, because a silo that restarts on its old ports takes over
    /// its old place at once.
    /// </summary>
    public static AreaPorts Of(int first, int place)
    {
        var at = first + place;
        return new(at, at + Areas, at + (2 * Areas), at + (3 * Areas), at + (4 * Areas));
    }

    /// <summary>
    /// Checks that the ports are free: a program already listening on one would answer in place of the area.
    /// </summary>
    /// <exception cref="IOException">One of the ports is in use.</exception>
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
                throw new IOException($"Port {port} is in use.", fault);
            }
        }
    }
}
