using System.Collections.Immutable;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The programs that act for a person, each with a bearer token of its own. A side of the same grain as
/// <see cref="ISessionsGrain"/>: a program is signed in, only without a browser. Only a digest of its token is stored
/// or sent.
/// </summary>
[GrainInterfaceType("peernet.sessions.programs"), Alias("peernet.sessions.programs")]
public interface IProgramsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The person lets a program in. False if it has been ended, or if there are 10; the same again changes nothing.
    /// </summary>
    /// <param name="id">A new ID.</param>
    /// <param name="title">What the person knows it by, as <see cref="SignInFields.ProgramTitle"/> allows.</param>
    /// <param name="digest">The SHA-256 of its token, in hexadecimal digits.</param>
    /// <param name="by">The person.</param>
    [Alias("begin")]
    Task<bool> Begin(SessionId id, string title, string digest, Caller by);

    /// <summary>The person ends a program's token; one that there is not has ended already.</summary>
    [Alias("end")]
    Task End(SessionId id, Caller by);

    /// <summary>The programs, in the order in which they were let in; for the person only.</summary>
    [Alias("list")]
    Task<ImmutableArray<ProgramDetails>> List(Caller by);

    /// <summary>Whether a program's token still works; it is used.</summary>
    [Alias("use")]
    Task<bool> Use(SessionId id, string digest);
}

/// <summary>A program that acts for a person.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Title">What the person knows it by.</param>
/// <param name="BegunAt">When they let it in.</param>
/// <param name="LastUsed">When it was last used, to the hour; null if never.</param>
[GenerateSerializer, Immutable, Alias("peernet.program-details")]
public sealed record ProgramDetails(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] string Title,
    [property: Id(2)] DateTimeOffset BegunAt,
    [property: Id(3)] DateTimeOffset? LastUsed);
