using PeerNet.Contracts.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>What counts as the month of a monthly offer.</summary>
public sealed class MonthTests
{
    [Fact]
    public void The_same_month_of_another_year_is_another_month()
    {
        var offer = AnOffer(TwiceAMonth).TakenUp().Agreed().Arranged(Thursday with { On = new(2027, 11, 10) })
            .TakenUp(Bo, 2).Agreed(2).Arranged(Thursday with { On = new(2027, 11, 11) }, 2);
        Assert.Equal(SupportOfferState.Open, offer.StateAt(Now));
        Assert.Equal(SupportOfferState.Open, offer.StateAt(Now.AddMonths(1)));
    }

    [Fact]
    public void A_match_moves_within_a_month_that_is_full()
    {
        var full = AnOffer(TwiceAMonth).TakenUp().Agreed().Arranged().TakenUp(Bo, 2).Agreed(2).Arranged(match: 2);
        Assert.Equal(SupportOfferState.UsedUp, full.StateAt(Now));
        var moved = full.Arrange(Match(1), Thursday with { On = Today.AddDays(2) }, Ada, Now).Yes();
        Assert.Equal(Today.AddDays(2), moved.Matches[0].Arrangement!.On);
    }
}
