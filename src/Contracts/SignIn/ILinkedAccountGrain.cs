namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The account elsewhere with which a person signs in. A side of the same grain as <see cref="ISessionsGrain"/>: it is
/// a way in, and ends when the person is erased. Only a digest of it is stored or sent.
/// </summary>
[GrainInterfaceType("peernet.sessions.account"), Alias("peernet.sessions.account")]
public interface ILinkedAccountGrain : IGrainWithStringKey
{
    /// <summary>
    /// The area links an account to the person's record, in place of any earlier one, once it knows that nobody else
    /// has it.
    /// </summary>
    [Alias("link")]
    Task Link(AccountDigest account, Caller by);

    /// <summary>The person ends the link; succeeds even if there is none.</summary>
    [Alias("unlink")]
    Task Unlink(Caller by);

    /// <summary>What the person sees of their link; null if there is none, or for anyone else.</summary>
    [Alias("find")]
    Task<LinkedAccountDetails?> Find(Caller by);

    /// <summary>Somebody has signed in with the account. False if it is not linked.</summary>
    [Alias("use")]
    Task<bool> Use(AccountDigest account);
}

/// <summary>What a person sees of the account that is linked to their record.</summary>
/// <param name="LinkedAt">When they linked it.</param>
/// <param name="LastUsed">When they last signed in with it; null if never.</param>
[GenerateSerializer, Immutable, Alias("peernet.linked-account-details")]
public sealed record LinkedAccountDetails(
    [property: Id(0)] DateTimeOffset LinkedAt, [property: Id(1)] DateTimeOffset? LastUsed);
