using System.Collections.Immutable;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The browsers in which one person is signed in; its ID is theirs. Only the person, or the area for them, changes
/// anything; for anyone else there is nothing here.
/// </summary>
[GrainInterfaceType("peernet.sessions"), Alias("peernet.sessions")]
public interface ISessionsGrain : IGrainWithStringKey
{
    /// <summary>Begins a session. There are up to 50: one more ends the one that was not used for longest.</summary>
    /// <param name="id">A new ID.</param>
    /// <param name="device">What the person knows it by, such as "Chrome on Android".</param>
    /// <param name="by">The person.</param>
    [Alias("begin")]
    Task Begin(SessionId id, string device, Caller by);

    /// <summary>Ends a session; one that there is not has ended already.</summary>
    [Alias("end")]
    Task End(SessionId id, Caller by);

    /// <summary>
    /// Ends every session, and answers which; and with them the token of every program, every passkey, the link
    /// to an account elsewhere and the key of the calendar.
    /// </summary>
    [Alias("end-all")]
    Task<ImmutableArray<SessionId>> EndAll(Caller by);

    /// <summary>The sessions, the last used first.</summary>
    [Alias("list")]
    Task<ImmutableArray<SessionDetails>> List(Caller by);

    /// <summary>Whether a session still lasts; it is used, which keeps it for another 30 days.</summary>
    [Alias("use")]
    Task<bool> Use(SessionId id, Caller by);
}

/// <summary>A browser in which a person is signed in.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Device">What the person knows it by, such as "Chrome on Android".</param>
/// <param name="BegunAt">When they signed in.</param>
/// <param name="LastUsed">When it was last used, to the hour.</param>
[GenerateSerializer, Immutable, Alias("peernet.session-details")]
public sealed record SessionDetails(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] string Device,
    [property: Id(2)] DateTimeOffset BegunAt,
    [property: Id(3)] DateTimeOffset LastUsed);
