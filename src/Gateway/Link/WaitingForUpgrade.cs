using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>Letters of a kind that a neighbour cannot read until it has been upgraded.</summary>
/// <param name="Area">The neighbour.</param>
/// <param name="Kind">The kind, such as <c>seatAsked</c>.</param>
/// <param name="Letters">The number of waiting letters.</param>
public sealed record WaitingForUpgrade(AreaId Area, string Kind, int Letters)
{
    /// <summary>
    /// Selects these from the letters waiting for a neighbour; none until it has said what it accepts.
    /// </summary>
    internal static ImmutableArray<WaitingForUpgrade> Among(
        IEnumerable<LettersWaiting> waiting, Neighbour neighbour, LinkClient client)
    {
        if (client.AcceptedBy(neighbour) is not { } accepted) return [];
        return
        [
            .. waiting.Where(letters =>
                letters.To == neighbour.Area && letters.Waiting > 0 && !accepted.Letters.Contains(letters.Kind))
                .Select(letters => new WaitingForUpgrade(letters.To, letters.Kind, letters.Waiting)),
        ];
    }
}
