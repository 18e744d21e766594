using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The areas that this area has a link with, from the configuration.
/// </summary>
internal sealed class Neighbours(IOptions<GatewayOptions> options)
{
    public IReadOnlyList<Neighbour> All { get; } = [.. options.Value.Neighbours.Select(one => new Neighbour(one))];

    /// <summary>The neighbour with that id, or null.</summary>
    public Neighbour? Find(AreaId area) => All.FirstOrDefault(one => one.Area == area);

    /// <summary>The refusal of a name that no neighbour has; it lists the names.</summary>
    public Refusal NoSuchArea => LinkRefusals.NoSuchArea(string.Join(", ", All.Select(one => one.Area)));

    /// <summary>The neighbour that a caller's certificate was issued to, or null if it belongs to none.</summary>
    public Neighbour? FindByCertificate(X509Certificate2? certificate)
    {
        if (certificate is null) return null;
        return All.FirstOrDefault(one => one.IsIdentifiedBy(certificate, Neighbour.Client));
    }
}
