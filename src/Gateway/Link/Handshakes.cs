using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Bounds the connections to the link. Before the certificate is known, all of them share a few places, and a new one
/// takes the place of the oldest: a neighbour needs milliseconds to show its certificate, and whoever never shows one
/// must not keep it out. Afterwards each neighbour has places of its own.
/// </summary>
internal sealed class Handshakes(Neighbours neighbours)
{
    /// <summary>The time in which a certificate must have been shown.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private const int MaxUnknown = 64, MaxPerNeighbour = 32;

    private readonly Lock changing = new();
    private readonly LinkedList<ConnectionContext> unknown = new();
    private readonly Dictionary<Neighbour, int> known = [];

    /// <summary>Takes a place among the unknown; goes before the handshake.</summary>
    public ConnectionDelegate Before(ConnectionDelegate handshake) => async connection =>
    {
        var place = Enter(connection);
        connection.Features.Set(place);
        try
        {
            await handshake(connection);
        }
        finally
        {
            Leave(place);
        }
    };

    /// <summary>Takes a place of the neighbour's own; goes after the handshake.</summary>
    public ConnectionDelegate After(ConnectionDelegate requests) => async connection =>
    {
        if (connection.Features.Get<LinkedListNode<ConnectionContext>>() is { } place) Leave(place);
        var certificate = connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate;
        if (Find(certificate) is not { } neighbour || !TryEnter(neighbour))
        {
            connection.Abort();
            return;
        }
        try
        {
            await requests(connection);
        }
        finally
        {
            lock (changing) known[neighbour]--;
        }
    };

    private Neighbour? Find(X509Certificate2? certificate) => neighbours.FindByCertificate(certificate);

    private LinkedListNode<ConnectionContext> Enter(ConnectionContext connection)
    {
        ConnectionContext? oldest = null;
        LinkedListNode<ConnectionContext> place;
        lock (changing)
        {
            if (unknown.Count >= MaxUnknown)
            {
                oldest = unknown.First!.Value;
                unknown.RemoveFirst();
            }
            place = unknown.AddLast(connection);
        }
        oldest?.Abort(new ConnectionAbortedException("Too many connections without a certificate."));
        return place;
    }

    private void Leave(LinkedListNode<ConnectionContext> place)
    {
        lock (changing)
        {
            if (place.List is not null) unknown.Remove(place);
        }
    }

    private bool TryEnter(Neighbour neighbour)
    {
        lock (changing)
        {
            var connections = known.GetValueOrDefault(neighbour);
            if (connections >= MaxPerNeighbour) return false;
            known[neighbour] = connections + 1;
            return true;
        }
    }
}
