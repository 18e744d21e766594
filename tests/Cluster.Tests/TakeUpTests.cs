using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>Take-ups by people of other areas.</summary>
public sealed class TakeUpTests(Cluster cluster)
{
    [Fact]
    public async Task An_area_whose_take_ups_nobody_has_answered_takes_up_no_more_and_another_does()
    {
        var id = new SupportOfferId(Guid.CreateVersion7());
        var offer = cluster.Grains.SupportOffer(East, id);
        var terms = new SupportOfferTerms
        {
            Side = SupportSide.Offer, Kind = SupportKind.Lift, Audience = SupportAudience.AllAreas,
            HowOften = SupportFrequency.AsLongAsItLasts,
        };
        Yes(await offer.Put(terms, IfMatch.None, By(await cluster.APerson())));
        var receiver = offer.AsReference<IMessageReceiver>();
        var taken = ATakeUp(new("west-sussex"));
        Yes(await receiver.Receive(taken));
        Yes(await receiver.Receive(taken));
        Assert.Equal("support-offer.not-open", No(await receiver.Receive(ATakeUp(NoOfferRows.Busy))));

        MatchTakenUp ATakeUp(AreaId from) => new()
        {
            From = from, To = East, Offer = id, Match = new(Guid.CreateVersion7()),
        };
    }
}
