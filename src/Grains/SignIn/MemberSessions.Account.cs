using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Grains.SignIn;

/// <summary>The account elsewhere with which the person signs in.</summary>
internal sealed partial record MemberSessions
{
    /// <summary>The account, if one is linked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LinkedAccount? Account { get; init; }

    /// <summary>
    /// The area links an account, in place of any earlier one; the same if it is linked. Nobody else may, because only
    /// the area knows that the account is nobody else's.
    /// </summary>
    public MemberSessions LinkAccount(AccountDigest account, Caller by, DateTimeOffset now)
    {
        if (by.Role != CallerRole.Area || HasAccount(account)) return this;
        return this with { Account = new(account.Text, now, null) };
    }

    /// <summary>The person ends the link; the same if there is none.</summary>
    public MemberSessions UnlinkAccount(MemberId person, Caller by) =>
        by.Is(person) && Account is not null ? this with { Account = null } : this;

    /// <summary>Somebody has signed in with an account; the same if it is not linked.</summary>
    public MemberSessions UseAccount(AccountDigest account, DateTimeOffset now) =>
        HasAccount(account) ? this with { Account = Account! with { LastUsed = now } } : this;

    /// <summary>Whether that account is linked.</summary>
    public bool HasAccount(AccountDigest account) => Account?.Digest == account.Text;

    /// <summary>What the person sees of the link; null for anyone else.</summary>
    public LinkedAccountDetails? AccountSeenBy(Caller by, MemberId person) =>
        by.Is(person) && Account is { } account ? new(account.LinkedAt, account.LastUsed) : null;
}

/// <summary>An account elsewhere, of which only a digest is known.</summary>
/// <param name="Digest">The SHA-256 of the issuer and of the subject there, in hexadecimal digits.</param>
/// <param name="LinkedAt">When the person linked it.</param>
/// <param name="LastUsed">When they last signed in with it.</param>
internal sealed record LinkedAccount(string Digest, DateTimeOffset LinkedAt, DateTimeOffset? LastUsed);
