using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Groups;

/// <summary>
/// Sees to it that no evening is logged twice. A side of the same grain as <see cref="IGroupGrain"/>, because two
/// meetings that are logged at the same moment know nothing of each other.
/// </summary>
[GrainInterfaceType("peernet.group.evenings"), Alias("peernet.group.evenings")]
public interface IEveningsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Claims an evening for a meeting that is about to be logged. Returns the meeting that has it, if another has.
    /// </summary>
    [Alias("claim")]
    Task<MeetingId?> Claim(LoggedEvening evening);
}

/// <summary>When a meeting was held.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Series">Its series; null for a one-off.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it started.</param>
[GenerateSerializer, Immutable, Alias("peernet.logged-evening")]
public sealed record LoggedEvening(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] string? Series,
    [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] TimeOnly StartsAt)
{
    /// <summary>
    /// Whether two meetings of a group are the same evening: the same day and start, unless they are of different
    /// series.
    /// </summary>
    public bool IsSameAs(LoggedEvening other)
    {
        if (HeldOn != other.HeldOn || StartsAt != other.StartsAt) return false;
        return Series is null || other.Series is null || Series == other.Series;
    }
}
