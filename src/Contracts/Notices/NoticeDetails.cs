using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Contracts.Notices;

/// <summary>Something that PeerNet tells a person. It has IDs only; names come with the records they lead to.</summary>
[GenerateSerializer, Immutable, Alias("peernet.notice-details")]
public sealed record NoticeDetails
{
    /// <summary>The ID, to mark it as read with.</summary>
    [Id(0)] public required NoticeId Id { get; init; }

    /// <summary>What kind of thing has happened, or needs doing.</summary>
    [Id(1)] public required NoticeKind Kind { get; init; }

    /// <summary>When PeerNet said so.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>Whether the person has read it.</summary>
    [Id(3)] public required bool Read { get; init; }

    /// <summary>The area of the group or the offer, if it is another one.</summary>
    [Id(4)] public AreaId? Area { get; init; }

    /// <summary>The group it is about.</summary>
    [Id(5)] public GroupId? GroupId { get; init; }

    /// <summary>The meeting it is about.</summary>
    [Id(6)] public MeetingId? MeetingId { get; init; }

    /// <summary>Your seat that it is about.</summary>
    [Id(7)] public SeatId? SeatId { get; init; }

    /// <summary>The offer or request it is about.</summary>
    [Id(8)] public SupportOfferId? OfferId { get; init; }

    /// <summary>The match of that offer.</summary>
    [Id(9)] public MatchId? MatchId { get; init; }

    /// <summary>The limit it is about.</summary>
    [Id(10)] public LimitId? LimitId { get; init; }

    /// <summary>The gathering it is about.</summary>
    [Id(11)] public GatheringId? GatheringId { get; init; }

    /// <summary>The practice it is about.</summary>
    [Id(12)] public PracticeId? PracticeId { get; init; }

    /// <summary>The barrier it is about.</summary>
    [Id(13)] public BarrierId? BarrierId { get; init; }
}
