using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Contracts.Notices;

/// <summary>What a notice is about: a kind and IDs, never a name or a text.</summary>
[GenerateSerializer, Immutable, Alias("peernet.notice-about")]
public sealed record NoticeAbout([property: Id(0)] NoticeKind Kind)
{
    /// <summary>The area of the group or the offer, if it is another one.</summary>
    [Id(1)] public AreaId? Area { get; init; }

    /// <summary>The group.</summary>
    [Id(2)] public GroupId? GroupId { get; init; }

    /// <summary>The meeting.</summary>
    [Id(3)] public MeetingId? MeetingId { get; init; }

    /// <summary>The person's own seat.</summary>
    [Id(4)] public SeatId? SeatId { get; init; }

    /// <summary>The offer of support, or the request for it.</summary>
    [Id(5)] public SupportOfferId? OfferId { get; init; }

    /// <summary>The match of that offer.</summary>
    [Id(6)] public MatchId? MatchId { get; init; }

    /// <summary>The limit.</summary>
    [Id(7)] public LimitId? LimitId { get; init; }

    /// <summary>The gathering.</summary>
    [Id(8)] public GatheringId? GatheringId { get; init; }

    /// <summary>The practice.</summary>
    [Id(9)] public PracticeId? PracticeId { get; init; }

    /// <summary>The barrier.</summary>
    [Id(10)] public BarrierId? BarrierId { get; init; }

    /// <summary>The ID of a notice about it.</summary>
    /// <param name="occasion">Which of several occasions, such as two invitations to one group.</param>
    public NoticeId IdOn(int occasion) =>
        Ids.Of<NoticeId>($"notice/{Kind}/{Area}/{GroupId}/{MeetingId}/{SeatId}/{OfferId}/{MatchId}{Later}/{occasion}");

    // What was told before there were limits, gatherings, practices and barriers keeps its ID.
    private string Later
    {
        get
        {
            object?[] later = [LimitId, GatheringId, PracticeId, BarrierId];
            return string.Concat(later.OfType<object>().Select(id => $"/{id}"));
        }
    }

    /// <summary>An ID of the subject, by which messages about it stay in order.</summary>
    internal Guid Subject() => IdOn(-1).Value;
}

/// <summary>What PeerNet tells people.</summary>
[GenerateSerializer, Alias("peernet.notice-kind")]
public enum NoticeKind
{
    /// <summary>A group invites you.</summary>
    Invitation,
    /// <summary>A group in another area has answered your request for a seat.</summary>
    SeatAnswered,
    /// <summary>A meeting of a group you lead is over, and nobody has logged it.</summary>
    LogMissing,
    /// <summary>Somebody has taken up your offer, or answers your request.</summary>
    OfferTakenUp,
    /// <summary>The other side of an offer that you have taken up agrees.</summary>
    OfferAgreed,
    /// <summary>Your offer or request ends within a week, unless you renew it.</summary>
    OfferEnds,
    /// <summary>An offer of another area that you took up was no longer open.</summary>
    OfferRefused,
    /// <summary>A meeting to which you said that you may come was changed, cancelled or reinstated.</summary>
    MeetingChanged,
    /// <summary>A limit that an answer to a barrier of a group you lead rests on has changed.</summary>
    LimitChanged,
    /// <summary>A group you lead is asked to hold a gathering with others, and nobody has answered.</summary>
    GatheringAsked,
    /// <summary>A practice that a group you lead is part of waits for its yes.</summary>
    PracticeToAgree,
    /// <summary>A group you lead has held ten meetings, and has not told what it has done.</summary>
    PracticeToTell,
    /// <summary>A group of your area has said yes to your request to join it.</summary>
    JoinAccepted,
    /// <summary>A group of your area has said no to your request to join it.</summary>
    JoinDeclined,
    /// <summary>Somebody of a group you lead has asked that anyone can read what gets in its way.</summary>
    BarrierToShare,
}
