using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>
/// Evenings whose logs are being written. After a few seconds a log is either stored, and found there, or it failed.
/// </summary>
internal sealed class EveningClaims
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private readonly List<(LoggedEvening Evening, DateTimeOffset Since)> claims = [];

    /// <summary>Whether the meeting itself has claimed that evening.</summary>
    public bool Contains(LoggedEvening evening) => claims.Any(claim => claim.Evening == evening);

    /// <summary>The other meeting that has claimed the evening, or null.</summary>
    public MeetingId? HolderOf(LoggedEvening evening, DateTimeOffset now)
    {
        claims.RemoveAll(claim => claim.Since < now - Lifetime);
        var holder = claims.Find(claim => claim.Evening.Meeting != evening.Meeting && claim.Evening.IsSameAs(evening));
        return holder.Evening?.Meeting;
    }

    /// <summary>Claims the evening; a meeting has only its latest claim.</summary>
    public void Add(LoggedEvening evening, DateTimeOffset now)
    {
        claims.RemoveAll(claim => claim.Evening.Meeting == evening.Meeting);
        claims.Add((evening, now));
    }
}
