using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>The passkeys with which the person signs in.</summary>
internal sealed partial record MemberSessions
{
    /// <summary>The maximum number of passkeys of a person.</summary>
    public const int MaxPasskeys = 10;

    /// <summary>Passkeys, oldest first.</summary>
    [MaxItems(MaxPasskeys)]
    public ImmutableArray<KeptPasskey> Passkeys { get; init; } = [];

    /// <summary>The person adds a passkey; the same if it is there already, or is one too many.</summary>
    public MemberSessions AddPasskey(Passkey passkey, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!by.Is(person) || FindPasskey(passkey.Credential) is not null) return this;
        if (Passkeys.Length == MaxPasskeys) return this;
        return this with { Passkeys = Passkeys.Add(new(passkey, now, null)) };
    }

    /// <summary>The person removes a passkey; the same if there is none.</summary>
    public MemberSessions RemovePasskey(SessionId id, MemberId person, Caller by)
    {
        var others = Passkeys.RemoveAll(one => one.Key.Id == id);
        return !by.Is(person) || others.Length == Passkeys.Length ? this : this with { Passkeys = others };
    }

    /// <summary>Somebody has signed in with a passkey; the same if there is none.</summary>
    public MemberSessions UsePasskey(Passkey passkey, DateTimeOffset now)
    {
        if (Passkeys.FirstOrDefault(one => one.Key.Credential == passkey.Credential) is not { } kept) return this;
        var used = kept.Key with { SignCount = passkey.SignCount, IsBackedUp = passkey.IsBackedUp };
        return this with { Passkeys = Passkeys.Replace(kept, kept with { Key = used, LastUsed = now }) };
    }

    /// <summary>The passkey with that credential ID, or null.</summary>
    public Passkey? FindPasskey(string credential) =>
        Passkeys.FirstOrDefault(one => one.Key.Credential == credential)?.Key;

    /// <summary>The passkeys, for the person only.</summary>
    public ImmutableArray<PasskeyDetails> PasskeysSeenBy(Caller by, MemberId person)
    {
        if (!by.Is(person)) return [];
        return [.. Passkeys.Select(one => new PasskeyDetails(one.Key.Id, one.Key.Device, one.AddedAt, one.LastUsed))];
    }
}

/// <summary>A passkey, and when it was added and used.</summary>
/// <param name="Key">The passkey.</param>
/// <param name="AddedAt">When the person added it.</param>
/// <param name="LastUsed">When they last signed in with it.</param>
internal sealed record KeptPasskey(Passkey Key, DateTimeOffset AddedAt, DateTimeOffset? LastUsed);
