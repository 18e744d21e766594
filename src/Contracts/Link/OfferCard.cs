using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive of an offer or a request that is open to all areas: choices from lists, and no text. Whose
/// it is stays at home.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.offer-card")]
public sealed record OfferCard : ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>Its ID.</summary>
    [Id(1)] public required SupportOfferId Id { get; init; }

    /// <summary>Whether somebody offers support or asks for it.</summary>
    [Id(2), JsonRequired] public SupportSide Side { get; init; }

    /// <summary>The kind of support.</summary>
    [Id(3), JsonRequired] public SupportKind Kind { get; init; }

    /// <summary>The days that suit; empty means any.</summary>
    [Id(4)] public ImmutableArray<Weekday> Days { get; init; } = [];

    /// <summary>The parts of the day that suit; empty means any.</summary>
    [Id(5)] public ImmutableArray<PartOfDay> PartsOfDay { get; init; } = [];

    /// <summary>Where, as the first half of a postcode.</summary>
    [Id(6)] public string? Outcode { get; init; }

    /// <summary>Whether it works online.</summary>
    [Id(7)] public bool Online { get; init; }

    /// <summary>How often.</summary>
    [Id(8)] public SupportFrequency HowOften { get; init; }

    /// <summary>How many times in a calendar month, if it is monthly.</summary>
    [Id(9)] public int? TimesAMonth { get; init; }

    /// <summary>How soon.</summary>
    [Id(10)] public SupportUrgency Urgency { get; init; } = SupportUrgency.AnyTime;

    /// <summary>Languages; empty means any.</summary>
    [Id(11)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The access needs that are met, or that have to be.</summary>
    [Id(12)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>The last day on which it can be taken up.</summary>
    [Id(13)] public required DateOnly ExpiresOn { get; init; }

    /// <summary>The first day on which it can be taken up, if that is not today: this month is full.</summary>
    [Id(14)] public DateOnly? OpensOn { get; init; }

    Guid ISharedCard.Subject => Id.Value;

    // Offers are listed by their IDs.
    DateOnly ISharedCard.Since => default;

    /// <summary>Whether it can be taken up on a day, as far as the card says.</summary>
    public bool IsOpenOn(DateOnly day) => ExpiresOn >= day && !(OpensOn > day);

    /// <summary>The same as an offer at home would say it.</summary>
    public SupportOfferTerms ToTerms() => new()
    {
        Side = Side,
        Kind = Kind,
        Audience = SupportAudience.AllAreas,
        Days = Days,
        PartsOfDay = PartsOfDay,
        Outcode = Outcode,
        Online = Online,
        HowOften = HowOften,
        TimesAMonth = TimesAMonth,
        Urgency = Urgency,
        Languages = Languages,
        Needs = Needs,
        ExpiresOn = ExpiresOn,
    };
}
