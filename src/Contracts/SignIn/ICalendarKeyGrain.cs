namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The key of the secret address at which calendar programs read a person's own calendar. A side of the same grain as
/// <see cref="ISessionsGrain"/>: both are ways in without a code, and end when the person is erased. Only a digest of
/// the key is stored or sent.
/// </summary>
[GrainInterfaceType("peernet.sessions.calendar-key"), Alias("peernet.sessions.calendar-key")]
public interface ICalendarKeyGrain : IGrainWithStringKey
{
    /// <summary>
    /// The person makes a key, in place of any earlier one. False if they have ended that very key; the same again
    /// changes nothing.
    /// </summary>
    [Alias("make")]
    Task<bool> Make(string digest, Caller by);

    /// <summary>The person ends the key; succeeds even if there is none.</summary>
    [Alias("end")]
    Task End(Caller by);

    /// <summary>When the person made their key; null if they have none, or for anyone else.</summary>
    [Alias("made-at")]
    Task<DateTimeOffset?> FindMadeAt(Caller by);

    /// <summary>Whether a key with that digest opens the person's calendar.</summary>
    [Alias("opens"), Orleans.Concurrency.AlwaysInterleave]
    Task<bool> Opens(string digest);
}
