using System.Collections.Immutable;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Link;

/// <summary>What anybody can read of one kind: what this area and the others share.</summary>
/// <param name="Items">The cards, the newest first.</param>
/// <param name="Areas">Every other area, and whether its cards are among them. This area's own always are.</param>
/// <param name="HasMore">Whether there are more.</param>
public sealed record PublicCards<TCard>(
    ImmutableArray<TCard> Items, ImmutableArray<PublicArea> Areas, bool HasMore) where TCard : class, ISharedCard;

/// <summary>Another area, as visitors read it here.</summary>
/// <param name="Area">The area, and when it was last read.</param>
/// <param name="Reading">How up to date it is read here.</param>
public sealed record PublicArea(SearchedArea Area, PublicReading Reading)
{
    /// <summary>Whether its cards are shown.</summary>
    public bool IsShown => Reading is PublicReading.UpToDate or PublicReading.Late;
}

/// <summary>Whether visitors read what this area has read of another one; the later, the less.</summary>
public enum PublicReading
{
    /// <summary>It answers.</summary>
    UpToDate,
    /// <summary>It does not answer at the moment, and did in the last 7 days.</summary>
    Late,
    /// <summary>It has not answered in the last 7 days, or never.</summary>
    LeftOut,
    /// <summary>The border to it is closed here.</summary>
    Closed,
}
