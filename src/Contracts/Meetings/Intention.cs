using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

/// <summary>Whether somebody plans to come. It is never attendance, and never changes a meeting's state.</summary>
[GenerateSerializer, Alias("peernet.intention")]
public enum Intention
{
    /// <summary>They plan to come.</summary>
    Coming,
    /// <summary>They do not plan to come.</summary>
    NotComing,
    /// <summary>They do not know yet.</summary>
    Perhaps,
}

/// <summary>The body of PUT meetings/{id}/intentions/{memberId}.</summary>
/// <param name="Intention">What they intend: coming, notComing or perhaps.</param>
[GenerateSerializer, Immutable, Alias("peernet.state-intention")]
public sealed record StateIntention([property: Id(0)] Intention Intention);

/// <summary>One person's intention for one meeting.</summary>
[GenerateSerializer, Immutable, Alias("peernet.intention-line")]
public sealed record IntentionLine([property: Id(0)] MemberId MemberId, [property: Id(1)] Intention Intention);

/// <summary>What people intend. A side of the same grain as <see cref="IMeetingGrain"/>.</summary>
[GrainInterfaceType("peernet.meeting.intentions"), Alias("peernet.meeting.intentions")]
public interface IIntentionsGrain : IGrainWithStringKey
{
    /// <summary>
    /// States a person's intention before the meeting starts (codes <c>meeting.begun</c>, <c>meeting.cancelled</c>).
    /// </summary>
    [Alias("intend")]
    Task<Result<MeetingDetails>> Intend(
        MemberId member, Intention intention, Caller by, IfMatch ifMatch = default);

    /// <summary>Withdraws it. Succeeds even if there is none.</summary>
    [Alias("withdraw")]
    Task<Result<MeetingDetails>> Withdraw(MemberId member, Caller by, IfMatch ifMatch = default);
}
