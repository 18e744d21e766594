using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>Lists of the area's offers, as its records are now.</summary>
[GrainInterfaceType("peernet.support-offer-list"), Alias("peernet.support-offer-list")]
public interface ISupportOfferListGrain : IGrainWithStringKey
{
    /// <summary>A page of the area's offers that are open to the caller, without their own.</summary>
    [Alias("find")]
    Task<Result<OfferPage>> Find(OfferQuery query, Caller by);

    /// <summary>Offers that the caller or a group they lead has made, and those in which they have a match.</summary>
    [Alias("mine")]
    Task<ImmutableArray<SupportOfferDetails>> ListMine(Caller by);

    /// <summary>
    /// The area's offers that fit a request, or the requests that fit an offer, for its maker's side (code
    /// <c>support-offer.not-found</c>).
    /// </summary>
    [Alias("fits")]
    Task<Result<OfferFits>> FindFits(SupportOfferId id, Caller by);
}

/// <summary>Which offers to list; an empty list stands for any.</summary>
[GenerateSerializer, Immutable, Alias("peernet.offer-query")]
public sealed record OfferQuery
{
    /// <summary>Offers or requests; null for both.</summary>
    [Id(0)] public SupportSide? Side { get; init; }

    /// <summary>Any of these kinds.</summary>
    [Id(1)] public ImmutableArray<SupportKind> Kinds { get; init; } = [];

    /// <summary>On any of these days; an offer without days suits every day.</summary>
    [Id(2)] public ImmutableArray<Weekday> Days { get; init; } = [];

    /// <summary>In any of these parts of the day; an offer without any suits all.</summary>
    [Id(3)] public ImmutableArray<PartOfDay> PartsOfDay { get; init; } = [];

    /// <summary>In this outcode; an offer without one suits every place.</summary>
    [Id(4)] public string? Outcode { get; init; }

    /// <summary>Whether it works online; null for both.</summary>
    [Id(5)] public bool? Online { get; init; }

    /// <summary>In any of these languages, which it must name.</summary>
    [Id(6)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>With all of these access needs, which it must name.</summary>
    [Id(7)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>Any of these.</summary>
    [Id(8)] public ImmutableArray<SupportUrgency> Urgencies { get; init; } = [];

    /// <summary>The cursor of an earlier page; null for the first.</summary>
    [Id(9)] public SupportOfferId? Before { get; init; }

    /// <summary>The maximum number of items.</summary>
    [Id(10)] public int Limit { get; init; } = 20;
}

/// <summary>An offer in a list.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Terms">What it says; of an offer of another area, without text.</param>
/// <param name="Area">The area it belongs to.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-line")]
public sealed record OfferLine(
    [property: Id(0)] SupportOfferId Id, [property: Id(1)] SupportOfferTerms Terms, [property: Id(2)] AreaId Area);

/// <summary>A page of offers.</summary>
/// <param name="Items">The offers, in descending order of ID: the newest first, if the IDs are UUIDs of version
/// 7.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-page")]
public sealed record OfferPage(
    [property: Id(0)] ImmutableArray<OfferLine> Items,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] SupportOfferId? Next);

/// <summary>What fits an offer or a request.</summary>
/// <param name="Count">How many fit.</param>
/// <param name="Items">Up to 20 of them, the best first.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-fits")]
public sealed record OfferFits([property: Id(0)] int Count, [property: Id(1)] ImmutableArray<OfferLine> Items);
