using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The bearer token of a program that acts for a person: <c>peernet_</c> and a <see cref="SecretKey"/>.
/// </summary>
internal static class ProgramToken
{
    // A search for lost secrets finds it by this.
    private const string Prefix = "peernet_", Scheme = "Bearer ";

    /// <summary>The token for a person's key; null if it is not a key.</summary>
    public static string? Write(MemberId member, string? key) =>
        SecretKey.Write(member.Value, key) is { } written ? Prefix + written : null;

    /// <summary>Reads the token of an Authorization header; null if it has none of this kind.</summary>
    public static SecretKey? Read(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = authorization.AsSpan(Scheme.Length).Trim();
        return token.StartsWith(Prefix, StringComparison.Ordinal) ? SecretKey.Read(token[Prefix.Length..]) : null;
    }
}
