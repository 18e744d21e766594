using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive of something that the groups it belongs to have agreed to share, and what visitors read of
/// it unless it is an offer. It names no group and no person.
/// </summary>
public interface ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    AreaId Area { get; }

    /// <summary>The ID of what it is about.</summary>
    Guid Subject { get; }

    /// <summary>The day by which cards are ordered, the newest first.</summary>
    DateOnly Since { get; }
}

/// <summary>An item in an area's change feed of shared cards: the latest state of one.</summary>
/// <param name="State">Updated, or deleted if it is no longer shared.</param>
/// <param name="Id">What it is about.</param>
/// <param name="Modified">The change number; later changes always have higher ones.</param>
/// <param name="Data">The card; null when deleted.</param>
[GenerateSerializer, Immutable, Alias("peernet.shared-change`1")]
public sealed record SharedChange<TCard>(
    [property: Id(0)] CardState State,
    [property: Id(1)] Guid Id,
    [property: Id(2)] long Modified,
    [property: Id(3)] TCard? Data)
    where TCard : class;

/// <summary>A page of an area's change feed of shared cards.</summary>
/// <param name="Items">The changes, in order.</param>
/// <param name="Next">Where the next page starts; where this one started when there is nothing new.</param>
/// <param name="Restarted">Whether the cursor belonged to another feed, and this page is the first of it.</param>
[GenerateSerializer, Immutable, Alias("peernet.shared-page`1")]
public sealed record SharedPage<TCard>(
    [property: Id(0)] ImmutableArray<SharedChange<TCard>> Items,
    [property: Id(1)] CardCursor Next,
    [property: Id(2)] bool Restarted)
    where TCard : class;
