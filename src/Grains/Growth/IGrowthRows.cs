using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Growth;

/// <summary>The area's figures, as counted from its rows.</summary>
internal interface IGrowthRows
{
    /// <summary>
    /// The figures of a scope for the periods that begin from one day to another, both included. A period without a row
    /// has none.
    /// </summary>
    Task<ImmutableDictionary<DateOnly, Figures>> Read(string scope, GrowthBy by, DateOnly from, DateOnly to);

    /// <summary>
    /// The day up to which figures are counted, and how many groups, seats, and offers without a group have changed and
    /// are not counted yet.
    /// </summary>
    Task<(DateOnly On, int Behind)> Counted();

    /// <summary>The offers that were made for a group.</summary>
    Task<IReadOnlyList<AreaRow>> Offers(Guid group);
}

/// <summary>
/// What the figures in a row are about: the area, the groups of a kind, one group with its meetings and offers, one
/// offer without a group, or one member's seat in another area.
/// </summary>
internal static class GrowthScope
{
    /// <summary>The whole area.</summary>
    public const string Area = "area";

    /// <summary>What precedes the ID of an offer.</summary>
    public const string Offer = "support-offer/";

    /// <summary>What precedes the ID of a seat.</summary>
    public const string Seat = "seat/";
}

/// <summary>Where figures are kept.</summary>
/// <param name="Scope">The area, a kind, a group, an offer or a seat.</param>
/// <param name="By">Month or week.</param>
/// <param name="StartsOn">The first day of the period.</param>
internal readonly record struct FigureKey(string Scope, GrowthBy By, DateOnly StartsOn);
