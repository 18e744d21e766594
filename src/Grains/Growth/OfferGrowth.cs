using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Growth;

/// <summary>
/// The figures of support offers and requests, worked out from their records alone. What happened on a day stays true,
/// so that they need not be counted again on another day.
/// </summary>
internal static class OfferGrowth
{
    /// <summary>The figures by the first day of each period that has any.</summary>
    public static ImmutableSortedDictionary<DateOnly, Figures> Of(IEnumerable<SupportOffer> offers, GrowthBy by) =>
        FigureSums.ByPeriod(offers.SelectMany(Days), by);

    private static IEnumerable<(DateOnly Day, Figures Figures)> Days(SupportOffer offer)
    {
        if (offer.OpenedOn is not { } opened) yield break;
        yield return (opened, FiguresOf(offer.Side, new(Opened: 1)));
        foreach (var day in offer.Turnover)
            yield return (day.Day, FiguresOf(offer.Side, new(Matched: day.Matched, Done: day.Done)));
        if (offer.FirstMatchedOn is not { } first) yield break;
        var waited = first.DayNumber - opened.DayNumber;
        yield return (first, FiguresOf(offer.Side, new(FirstMatches: 1, DaysToFirstMatch: waited)));
    }

    private static Figures FiguresOf(SupportSide side, SupportFigures figures)
    {
        return side == SupportSide.Offer
            ? Figures.None with { Offers = figures }
            : Figures.None with { Requests = figures };
    }
}
