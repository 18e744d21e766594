using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>A match as one of its two sides sees it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.match-details")]
public sealed record MatchDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required MatchId Id { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)] public required MatchState State { get; init; }

    /// <summary>When this state began.</summary>
    [Id(2)] public required DateTimeOffset Since { get; init; }

    /// <summary>The name that the other side has chosen for this match; null until it has said yes.</summary>
    [Id(3)] public string? OtherName { get; init; }

    /// <summary>How to reach the other side; only while the match is agreed or arranged.</summary>
    [Id(4)] public SharedContact? OtherContact { get; init; }

    /// <summary>When and where, once it is arranged.</summary>
    [Id(5)] public Arrangement? Arrangement { get; init; }

    /// <summary>What the caller's side says of how it went.</summary>
    [Id(6)] public MatchOutcome? MyOutcome { get; init; }

    /// <summary>What the other side says of how it went.</summary>
    [Id(7)] public MatchOutcome? OtherOutcome { get; init; }

    /// <summary>The taker's area, if it is another one; for the maker's side.</summary>
    [Id(8)] public AreaId? TakerArea { get; init; }

    /// <summary>
    /// Whether the offer's area has acknowledged what was last sent; only for a match with an offer of another area.
    /// </summary>
    [Id(9)] public bool? Acknowledged { get; init; }

    /// <summary>
    /// Why the offer's area refused what was last sent, as a code from problems.md: <c>support-offer.not-open</c> if
    /// somebody else was first.
    /// </summary>
    [Id(10)] public string? Because { get; init; }

    /// <summary>Why what was last sent still waits, as a code from problems.md.</summary>
    [Id(11)] public string? WaitsBecause { get; init; }

    /// <summary>The name that the caller has chosen for this match; only for the person who chose it.</summary>
    [Id(12)] public string? MyName { get; init; }

    /// <summary>Which part of their contact the caller has chosen to show; only for the person who chose it.</summary>
    [Id(13)] public ContactPart? MyContact { get; init; }
}

/// <summary>The state of a match.</summary>
[GenerateSerializer, Alias("peernet.match-state")]
public enum MatchState
{
    /// <summary>Somebody has taken the offer up; its maker has not answered yet.</summary>
    TakenUp,
    /// <summary>Both sides have said yes.</summary>
    Agreed,
    /// <summary>They know when and where.</summary>
    Arranged,
    /// <summary>It took place.</summary>
    Done,
    /// <summary>At least one side says that it did not take place.</summary>
    NotDone,
    /// <summary>One of them has ended it. Nobody sees it any more.</summary>
    Ended,
}
