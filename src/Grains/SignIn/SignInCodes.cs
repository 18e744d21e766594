using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>
/// The codes on one shelf. Neither an address nor a code is kept: both are hashed with a secret key, which is random
/// and never leaves this record.
/// </summary>
internal sealed record SignInCodes
{
    /// <summary>
    /// The maximum number of addresses on a shelf. When there are more in a day, the one that waited longest is
    /// forgotten.
    /// </summary>
    public const int MaxAddresses = 500;

    /// <summary>The secret key, or null if the shelf has not been used.</summary>
    public string? Secret { get; init; }

    /// <summary>The codes of the last day, at most one for each address.</summary>
    [MaxItems(MaxAddresses)]
    public ImmutableArray<MailedCode> Codes { get; init; } = [];

    /// <summary>An address under the secret key.</summary>
    public static string Hash(string secret, EmailAddress address) => Hash(secret, $"address/{address.Text}");

    /// <summary>A code for an address under the secret key.</summary>
    public static string Hash(string secret, EmailAddress address, SignInCode code) =>
        Hash(secret, $"code/{code.Text}/{address.Text}");

    /// <summary>Notes that a code is being mailed; the same if none can be.</summary>
    public SignInCodes Mail(string secret, EmailAddress address, SignInCode code, DateTimeOffset now)
    {
        var known = Find(address) ?? new(Hash(secret, address));
        if (!known.MayMail(now)) return this;
        return (this with { Secret = secret }).With(known.Mail(Hash(secret, address, code), now), now);
    }

    /// <summary>Notes that somebody has entered a code; the same if there is none to guess.</summary>
    public SignInCodes Enter(EmailAddress address, SignInCode code, DateTimeOffset now)
    {
        if (Find(address) is not { } known) return this;
        var next = known.Enter(Hash(Secret!, address, code), now);
        return ReferenceEquals(next, known) ? this : With(next, now);
    }

    /// <summary>Whether this is the code for the address.</summary>
    public bool Accepts(EmailAddress address, SignInCode code, DateTimeOffset now) =>
        Find(address)?.Accepts(Hash(Secret!, address, code), now) == true;

    /// <summary>Whether there have been too many wrong codes for the address.</summary>
    public bool IsLocked(EmailAddress address, DateTimeOffset now) => Find(address)?.IsLocked(now) == true;

    private MailedCode? Find(EmailAddress address)
    {
        if (Secret is null) return null;
        var hash = Hash(Secret, address);
        return Codes.FirstOrDefault(code => code.Address == hash);
    }

    private SignInCodes With(MailedCode next, DateTimeOffset now)
    {
        var others = Codes.RemoveAll(code => code.Address == next.Address || code.IsOver(now));
        if (others.Length == MaxAddresses) others = others.RemoveAt(0);
        return this with { Codes = others.Add(next) };
    }

    private static string Hash(string secret, string text)
    {
        return Convert.ToHexStringLower(
            HMACSHA256.HashData(Convert.FromHexString(secret), Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
