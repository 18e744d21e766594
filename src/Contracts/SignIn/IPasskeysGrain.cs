using System.Collections.Immutable;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The passkeys with which a person signs in. A side of the same grain as <see cref="ISessionsGrain"/>: a passkey is a
/// way in, and ends when the person is erased. Only its public half is stored.
/// </summary>
[GrainInterfaceType("peernet.sessions.passkeys"), Alias("peernet.sessions.passkeys")]
public interface IPasskeysGrain : IGrainWithStringKey
{
    /// <summary>The person adds a passkey. False if there are 10; the same again changes nothing.</summary>
    [Alias("add")]
    Task<bool> Add(Passkey passkey, Caller by);

    /// <summary>The person removes a passkey; one that there is not has been removed already.</summary>
    [Alias("remove")]
    Task Remove(SessionId id, Caller by);

    /// <summary>The passkeys, in the order in which they were added; for the person only.</summary>
    [Alias("list")]
    Task<ImmutableArray<PasskeyDetails>> List(Caller by);

    /// <summary>All of them, so that no device is asked for a second one.</summary>
    [Alias("keys")]
    Task<ImmutableArray<Passkey>> ListKeys();

    /// <summary>
    /// The passkey with that credential ID, for checking what somebody signs with it; null if there is none.
    /// </summary>
    [Alias("find")]
    Task<Passkey?> Find(string credential);

    /// <summary>Somebody has signed in with a passkey. False if it has been removed.</summary>
    [Alias("use")]
    Task<bool> Use(Passkey passkey);
}

/// <summary>The public half of a passkey, as WebAuthn describes it.</summary>
/// <param name="Id">The ID here, derived from the credential ID.</param>
/// <param name="Device">What the person knows it by, such as "Chrome on Android".</param>
/// <param name="Credential">The credential ID, in base64url.</param>
/// <param name="PublicKey">The public key (COSE), in base64url.</param>
/// <param name="SignCount">How often its device says that it has been used; 0 if the device does not count.</param>
/// <param name="IsBackupEligible">Whether it can be copied to the person's other devices.</param>
/// <param name="IsBackedUp">Whether it has been.</param>
[GenerateSerializer, Immutable, Alias("peernet.passkey")]
public sealed record Passkey(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] string Device,
    [property: Id(2)] string Credential,
    [property: Id(3)] string PublicKey,
    [property: Id(4)] long SignCount,
    [property: Id(5)] bool IsBackupEligible,
    [property: Id(6)] bool IsBackedUp);

/// <summary>What a person sees of a passkey.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Device">What they know it by, such as "Chrome on Android".</param>
/// <param name="AddedAt">When they added it.</param>
/// <param name="LastUsed">When they last signed in with it; null if never.</param>
[GenerateSerializer, Immutable, Alias("peernet.passkey-details")]
public sealed record PasskeyDetails(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] string Device,
    [property: Id(2)] DateTimeOffset AddedAt,
    [property: Id(3)] DateTimeOffset? LastUsed);
