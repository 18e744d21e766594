using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Lists the area's offers. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("support-offer-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class SupportOfferListGrain(IOfferRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, ISupportOfferListGrain
{
    private const int RowsAtOnce = 100, MaxRows = 3000;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<Result<OfferPage>> Find(OfferQuery query, Caller by)
    {
        var circle = await CircleOf(by);
        if (circle.WhyUnknown() is { } unknown) return unknown;
        var items = ImmutableArray.CreateBuilder<OfferLine>();
        var last = query.Before;
        await foreach (var (id, offer) in OpenTo(circle, query.Before?.Value))
        {
            if (items.Count == query.Limit) return new OfferPage(items.ToImmutable(), last);
            last = id;
            if (offer is not null && query.Includes(offer.Terms)) items.Add(offer);
        }
        return new OfferPage(items.ToImmutable(), null);
    }

    public async Task<ImmutableArray<SupportOfferDetails>> ListMine(Caller by)
    {
        if (by.Member is not { } member) return [];
        var own = await GrainFactory.Member(Area, member).GetStanding();
        var mine = await GrainFactory.Holdings(Area, member).List("support-offer", by);
        var led = await Task.WhenAll(own.Leads.Select(group => rows.OfGroup(group.Value)));
        var ids = mine.Concat(led.SelectMany(ids => ids)).Distinct().OrderDescending();
        var seen = await Task.WhenAll(
            ids.Select(id => GrainFactory.SupportOffer(Area, new(id)).Get(by)));
        var abroad = await GrainFactory.Holdings(Area, member).List(MatchAbroad.Kind, by);
        var there = await Task.WhenAll(abroad.Select(id => GrainFactory.MatchAbroad(Area, new(id)).Get(by)));
        return [.. seen.Concat(there).Values().OrderByDescending(offer => offer.Id.Value)];
    }

    public async Task<Result<OfferFits>> FindFits(SupportOfferId id, Caller by)
    {
        var seen = await GrainFactory.SupportOffer(Area, id).Get(by);
        if (seen.Refused(out var no, out var mine)) return no;
        if (!mine.IsMine) return SupportOfferRefusals.NotFound;
        var fits = new List<(OfferLine Offer, int Fit)>();
        await foreach (var (_, offer) in OpenTo(await CircleOf(by), null))
        {
            if (offer is not null && mine.Terms.FitWith(offer.Terms) is { } fit) fits.Add((offer, fit));
        }
        var best = fits.OrderByDescending(one => one.Fit).ThenByDescending(one => one.Offer.Id.Value);
        return new OfferFits(fits.Count, [.. best.Take(SupportOfferFields.MaxFits).Select(one => one.Offer)]);
    }

    /// <summary>Each row that may be open, and its offer if it is open to the caller and not their own.</summary>
    private async IAsyncEnumerable<(SupportOfferId Id, OfferLine? Offer)> OpenTo(Circle circle, Guid? before)
    {
        var now = clock.GetUtcNow();
        for (var read = 0; read < MaxRows; read += RowsAtOnce)
        {
            var page = await rows.Open(London.DayOf(now), before, RowsAtOnce);
            foreach (var row in page)
            {
                before = row.Id;
                yield return (new(row.Id), unreadable.Read("support-offer", row.Id, row.Payload, (SupportOffer offer) =>
                    offer.IsOpenTo(circle.As(offer), now) ? new OfferLine(offer.Id, offer.Terms!, Area) : null));
            }
            if (page.Count < RowsAtOnce) yield break;
        }
    }

    private async Task<Circle> CircleOf(Caller by)
    {
        if (by.Member is not { } member) return new(by, MemberStanding.None, []);
        var own = await GrainFactory.Member(Area, member).GetStanding();
        var groups = await Task.WhenAll(own.Groups.Select(group => GrainFactory.Group(Area, group).GetStanding(null)));
        return new(by, own, [.. groups.SelectMany(group => group.Roster)]);
    }
}

/// <summary>A caller, and everybody who belongs to one of their groups.</summary>
internal sealed record Circle(Caller By, MemberStanding Own, ImmutableHashSet<MemberId> People)
{
    /// <summary>Why the caller sees no offers, or null.</summary>
    public Refusal? WhyUnknown() => new OfferCaller(By, Own, []).WhyUnknown();

    /// <summary>The caller of one offer: of its maker's groups, those that they share count.</summary>
    public OfferCaller As(SupportOffer offer) =>
        new(By, Own, offer.Maker is { } maker && People.Contains(maker) ? Own.Groups : []);
}
