using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>The other areas this one has a link with, from the settings alone: a fourth area is one more entry.</summary>
internal sealed class Neighbours(IOptions<GatewayOptions> options)
{
    public IReadOnlyList<Neighbour> All { get; } = [.. options.Value.Neighbours.Select(one => new Neighbour(one))];

    /// <summary>The neighbour of that word, or null.</summary>
    public Neighbour? Find(AreaId area) => All.FirstOrDefault(one => one.Area == area);

    /// <summary>Whose certificate this is, or null: nobody's we know.</summary>
    public Neighbour? WhoShows(X509Certificate2? certificate) => certificate is null ? null : All.FirstOrDefault(one => one.IsShownBy(certificate));
}
