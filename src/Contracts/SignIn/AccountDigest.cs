using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// Stands for an account elsewhere, which an area never knows by its own name: the SHA-256 of the issuer and of the
/// subject there, in hexadecimal digits.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.account-digest")]
public readonly record struct AccountDigest([property: Id(0)] string Text)
{
    /// <summary>The digest of an account. An issuer is a URL, so the first space ends it.</summary>
    public static AccountDigest Of(string issuer, string subject) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer} {subject}"))));

    /// <summary>The digest.</summary>
    public override string ToString() => Text;
}
