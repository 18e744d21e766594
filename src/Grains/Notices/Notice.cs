using System.Text.Json.Serialization;
using PeerNet.Contracts.Notices;

namespace PeerNet.Grains.Notices;

/// <summary>The latest that a person was told about one thing.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Occasion">The occasion; the highest that the person has been told about.</param>
/// <param name="At">When they were told.</param>
internal sealed record Notice(NoticeAbout About, int Occasion, DateTimeOffset At)
{
    /// <summary>When it stops mattering by itself.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the person read it.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Whether its reason is gone; kept, so that a late repetition cannot bring it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether the person has been sent a mail about it, or it is being sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMailed { get; init; }

    /// <summary>Its ID.</summary>
    public NoticeId Id => About.IdOn(Occasion);

    /// <summary>Whether the person still sees it.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsWithdrawn && !(Until <= now);

    /// <summary>It as the person sees it.</summary>
    public NoticeDetails Details => new()
    {
        Id = Id,
        Kind = About.Kind,
        At = At,
        Read = ReadAt is not null,
        Area = About.Area,
        GroupId = About.GroupId,
        MeetingId = About.MeetingId,
        SeatId = About.SeatId,
        OfferId = About.OfferId,
        MatchId = About.MatchId,
        LimitId = About.LimitId,
        GatheringId = About.GatheringId,
        PracticeId = About.PracticeId,
        BarrierId = About.BarrierId,
    };
}
