using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Reads what the page of an offer shows; each record decides what the caller may see.</summary>
internal sealed class OfferReading(Home home, OfferSearch offers, Neighbours neighbours)
{
    /// <summary>The page of an offer of this area, or of another one.</summary>
    public async Task<Result<OfferPageModel>> Read(SupportOfferId id, AreaId? area, Caller by)
    {
        if (area is { } other && other != home.Area) return await ReadAbroad(new(other, id), by);
        if ((await home.SupportOffer(id).Get(by)).Refused(out var refusal, out var offer)) return refusal;
        return new OfferPageModel(offer, home.Area, home.Name)
        {
            GroupName = await NameOfGroup(offer, by),
            Fits = offer is { IsMine: true, State: SupportOfferState.Open } ? await FindFits(id, by) : null,
            AreaNames = AreaNames(),
        };
    }

    private async Task<Result<OfferPageModel>> ReadAbroad(OfferAbroad offer, Caller by)
    {
        if (neighbours.Find(offer.Area) is not { } neighbour) return neighbours.NoSuchArea;
        if ((await offers.Get(offer, by)).Refused(out var refusal, out var seen)) return refusal;
        return new OfferPageModel(seen, home.Area, neighbour.Name) { AreaNames = AreaNames() };
    }

    private async Task<string?> NameOfGroup(SupportOfferDetails offer, Caller by)
    {
        if (offer.Terms.GroupId is not { } group) return null;
        return (await home.Group(group).Get(by)).Refused(out _, out var found) ? null : found.Name;
    }

    private async Task<OfferFits?> FindFits(SupportOfferId id, Caller by) =>
        (await offers.FindFits(id, by)).Refused(out _, out var fits) ? null : fits;

    private Dictionary<AreaId, string> AreaNames() => offers.Areas().ToDictionary(area => area.Id, area => area.Name);
}

/// <summary>What the page of an offer or a request shows.</summary>
/// <param name="Offer">The offer, with what the reader may see of it.</param>
/// <param name="Home">The area whose page it is.</param>
/// <param name="AreaName">The name of the area that the offer belongs to.</param>
public sealed record OfferPageModel(SupportOfferDetails Offer, AreaId Home, string AreaName)
{
    /// <summary>The name of the group that it is made for.</summary>
    public string? GroupName { get; init; }

    /// <summary>What fits it, for its maker's side while it is open.</summary>
    public OfferFits? Fits { get; init; }

    /// <summary>The names of all areas.</summary>
    public required IReadOnlyDictionary<AreaId, string> AreaNames { get; init; }

    /// <summary>Whether it belongs to the area whose page it is.</summary>
    public bool IsHere => Offer.Area == Home;

    /// <summary>The address of the page.</summary>
    public string Url => IsHere ? $"/offers/{Offer.Id}" : $"/areas/{Offer.Area}/offers/{Offer.Id}";
}
