using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>What an offer or a request says: the body of PUT offers/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.support-offer-terms")]
public sealed record SupportOfferTerms
{
    /// <summary>Whether somebody offers support or asks for it.</summary>
    [Id(0)] public required SupportSide Side { get; init; }

    /// <summary>The kind of support.</summary>
    [Id(1)] public required SupportKind Kind { get; init; }

    /// <summary>The group that it is made for, by one of its leads; null for a person's own.</summary>
    [Id(2)] public GroupId? GroupId { get; init; }

    /// <summary>In the maker's own words, up to 2,000 characters. It stays in the area.</summary>
    [Id(3)] public string? Text { get; init; }

    /// <summary>Who can see it and take it up.</summary>
    [Id(4)] public SupportAudience Audience { get; init; } = SupportAudience.MyArea;

    /// <summary>The days that suit; empty means any.</summary>
    [Id(5)] public ImmutableArray<Weekday> Days { get; init; } = [];

    /// <summary>The parts of the day that suit; empty means any.</summary>
    [Id(6)] public ImmutableArray<PartOfDay> PartsOfDay { get; init; } = [];

    /// <summary>Where, as the first half of a postcode, such as <c>BN2</c>.</summary>
    [Id(7)] public string? Outcode { get; init; }

    /// <summary>Whether it works online.</summary>
    [Id(8)] public bool Online { get; init; }

    /// <summary>How often.</summary>
    [Id(9)] public SupportFrequency HowOften { get; init; }

    /// <summary>How many times in a calendar month, 1 to 31; only if <c>howOften</c> is monthly.</summary>
    [Id(10)] public int? TimesAMonth { get; init; }

    /// <summary>How soon.</summary>
    [Id(11)] public SupportUrgency Urgency { get; init; } = SupportUrgency.AnyTime;

    /// <summary>Languages, as ISO 639 codes such as <c>en</c> or <c>bsl</c>; up to 10. Empty means any.</summary>
    [Id(12)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The access needs that are met, or that have to be.</summary>
    [Id(13)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>
    /// The last day on which it can be taken up: up to 366 days ahead, 90 if it is left out. A later day renews it.
    /// </summary>
    [Id(14)] public DateOnly? ExpiresOn { get; init; }
}

/// <summary>Whether support is offered or asked for.</summary>
[GenerateSerializer, Alias("peernet.support-side")]
public enum SupportSide
{
    /// <summary>Somebody offers support.</summary>
    Offer,
    /// <summary>Somebody asks for it.</summary>
    Request,
}

/// <summary>The kinds of support.</summary>
[GenerateSerializer, Alias("peernet.support-kind")]
public enum SupportKind
{
    /// <summary>Somebody to talk to.</summary>
    Listening,
    /// <summary>Company on the way to a first meeting, or at one.</summary>
    Company,
    /// <summary>A lift.</summary>
    Lift,
    /// <summary>Help with a form.</summary>
    FormFilling,
    /// <summary>Something that a person can do or teach.</summary>
    Skill,
    /// <summary>Things to give or to lend.</summary>
    Things,
    /// <summary>A room.</summary>
    Room,
    /// <summary>Somebody who speaks to a group.</summary>
    Speaker,
    /// <summary>A visit to a group.</summary>
    Visit,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Who can see an offer and take it up.</summary>
[GenerateSerializer, Alias("peernet.support-audience")]
public enum SupportAudience
{
    /// <summary>People of the maker's groups, or of the group that it is made for.</summary>
    MyGroups,
    /// <summary>Members of the area.</summary>
    MyArea,
    /// <summary>Members of every area.</summary>
    AllAreas,
}

/// <summary>How often an offer can be taken up.</summary>
[GenerateSerializer, Alias("peernet.support-frequency")]
public enum SupportFrequency
{
    /// <summary>By one person, once.</summary>
    Once,
    /// <summary>A number of times in each month.</summary>
    Monthly,
    /// <summary>Any number of times.</summary>
    AsLongAsItLasts,
}

/// <summary>How soon support is needed, or can be given.</summary>
[GenerateSerializer, Alias("peernet.support-urgency")]
public enum SupportUrgency
{
    /// <summary>Today.</summary>
    Today,
    /// <summary>Within a week.</summary>
    ThisWeek,
    /// <summary>Within a month.</summary>
    ThisMonth,
    /// <summary>At any time.</summary>
    AnyTime,
}
