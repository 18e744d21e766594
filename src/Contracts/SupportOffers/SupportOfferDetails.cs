using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>An offer or a request, with the details that one caller may see.</summary>
[GenerateSerializer, Immutable, Alias("peernet.support-offer-details")]
public sealed record SupportOfferDetails : IVersioned
{
    /// <summary>The ID.</summary>
    [Id(0)] public required SupportOfferId Id { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required SupportOfferTerms Terms { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required SupportOfferState State { get; init; }

    /// <summary>Whether the caller made it, or leads the group that it is made for.</summary>
    [Id(3)] public bool IsMine { get; init; }

    /// <summary>Who made it. Visible to coordinators and to the maker's side; to nobody else.</summary>
    [Id(4)] public MemberId? MadeBy { get; init; }

    /// <summary>Why a coordinator hides it. Visible to coordinators and to the maker's side.</summary>
    [Id(5)] public string? HiddenBecause { get; init; }

    /// <summary>Matches that have not ended: the caller's own, and all of them for the maker's side.</summary>
    [Id(6)] public ImmutableArray<MatchDetails> Matches { get; init; } = [];

    /// <summary>The version; it rises with every change that its readers see, but not with matches.</summary>
    [Id(7)] public int Version { get; init; }

    /// <summary>The area it belongs to.</summary>
    [Id(8)] public AreaId Area { get; init; }
}

/// <summary>The state of an offer or a request.</summary>
[GenerateSerializer, Alias("peernet.support-offer-state")]
public enum SupportOfferState
{
    /// <summary>It can be taken up.</summary>
    Open,
    /// <summary>All that it offers is taken: for good, or for this month.</summary>
    UsedUp,
    /// <summary>Its maker has paused it.</summary>
    Paused,
    /// <summary>A coordinator hides it.</summary>
    Hidden,
    /// <summary>Its last day is over; a later one renews it.</summary>
    Expired,
}

/// <summary>Why a coordinator hides an offer: the body of PUT offers/{id}/hidden.</summary>
/// <param name="Reason">For its maker, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.hide-support-offer")]
public sealed record HideSupportOffer([property: Id(0)] string Reason);
