using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Reads what the pages of an offer show; each record decides what the caller may see.</summary>
internal sealed class OfferReading(Home home, OfferSearch offers, Neighbours neighbours, TimeProvider clock)
{
    /// <summary>The page of an offer of this area, or of another one.</summary>
    public async Task<Result<OfferPageModel>> Read(SupportOfferId id, AreaId? area, Caller by)
    {
        if ((await ReadOffer(id, area, by)).Refused(out var refusal, out var page)) return refusal;
        return page with { Reader = await ReadReader(by) };
    }

    /// <summary>The page of a match.</summary>
    public async Task<Result<MatchPageModel>> Read(SupportOfferId id, AreaId? area, MatchId match, Caller by)
    {
        if ((await Read(id, area, by)).Refused(out var refusal, out var page)) return refusal;
        return page.Offer.Matches.FirstOrDefault(one => one.Id == match) is { } found
            ? new MatchPageModel(page, found)
            : SupportOfferRefusals.MatchNotFound;
    }

    private async Task<Result<OfferPageModel>> ReadOffer(SupportOfferId id, AreaId? area, Caller by)
    {
        if (area is { } other && other != home.Area) return await ReadAbroad(new(other, id), by);
        if ((await home.SupportOffer(id).Get(by)).Refused(out var refusal, out var offer)) return refusal;
        return PageOf(offer, home.Name) with
        {
            GroupName = await NameOfGroup(offer, by),
            Fits = offer is { IsMine: true, State: SupportOfferState.Open } ? await FindFits(id, by) : null,
        };
    }

    private async Task<Result<OfferPageModel>> ReadAbroad(OfferAbroad offer, Caller by)
    {
        if (neighbours.Find(offer.Area) is not { } neighbour) return neighbours.NoSuchArea;
        if ((await offers.Get(offer, by)).Refused(out var refusal, out var seen)) return refusal;
        return PageOf(seen, neighbour.Name);
    }

    private OfferPageModel PageOf(SupportOfferDetails offer, string areaName)
    {
        var names = offers.Areas().ToDictionary(area => area.Id, area => area.Name);
        // What waits for the reader's answer comes first.
        var matches = offer.Matches.OrderByDescending(match => new MatchActs(match, offer.IsMine).CanAgree);
        return new(offer with { Matches = [.. matches] }, home.Area, areaName)
        {
            AreaNames = names, Today = London.DayOf(clock.GetUtcNow()),
        };
    }

    private async Task<OfferReader> ReadReader(Caller by)
    {
        if (by.Member is not { } member) return OfferReader.Nobody;
        if ((await home.Member(member).Get(by)).Refused(out _, out var self)) return OfferReader.Nobody;
        return new(self.Name, self.Contact);
    }

    private async Task<string?> NameOfGroup(SupportOfferDetails offer, Caller by)
    {
        if (offer.Terms.GroupId is not { } group) return null;
        return (await home.Group(group).Get(by)).OrNull()?.Name;
    }

    private async Task<OfferFits?> FindFits(SupportOfferId id, Caller by) => (await offers.FindFits(id, by)).OrNull();
}
