using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>One of the change feeds that areas serve to each other.</summary>
/// <param name="Path">Its address at the link.</param>
/// <param name="Kind">The kind of its cards.</param>
/// <param name="Card">The type of its cards.</param>
/// <param name="ToChange">A change from its ID and number and, unless it is a deletion, its card.</param>
internal sealed record Feed<TChange>(
    string Path, string Kind, Type Card, Func<CardState, Guid, long, object?, TChange> ToChange);

/// <summary>The change feeds.</summary>
internal static class Feed
{
    /// <summary>The cards of groups.</summary>
    public static Feed<CardChange> Groups { get; } = new(
        LinkEndpoints.Cards, Accepts.GroupCard, typeof(Card),
        (state, id, number, card) => new(state, new GroupId(id), number, (Card?)card));
}
