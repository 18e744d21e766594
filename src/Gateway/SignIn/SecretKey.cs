using System.Buffers.Text;
using System.Security.Cryptography;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// What somebody brings who is not signed in but was given a key by a person: the person's ID and a key of 256 random
/// bits, in base64url. It does not look like an ID, so traces leave it out, and nothing here writes it anywhere.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="Digest">The SHA-256 of ID and key in hexadecimal digits, which is all that the area keeps.</param>
internal sealed record PersonalKey(MemberId Member, string Digest)
{
    private const int IdBytes = 16, KeyBytes = 32, IdDigits = 32;

    /// <summary>A UUID from the digest, which leads to nobody.</summary>
    public Guid Id => Guid.ParseExact(Digest[..IdDigits], "N");

    /// <summary>A new key, for a form.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What a person gives away with a key; null if it is not a key.</summary>
    public static string? Write(MemberId member, string? key)
    {
        if (key is null || !Base64Url.IsValid(key)) return null;
        var secret = Base64Url.DecodeFromChars(key);
        byte[] both = [.. member.Value.ToByteArray(bigEndian: true), .. secret];
        return secret.Length == KeyBytes ? Base64Url.EncodeToString(both) : null;
    }

    /// <summary>Reads what somebody brings; null if it has another form.</summary>
    public static PersonalKey? Read(ReadOnlySpan<char> written)
    {
        if (!Base64Url.IsValid(written)) return null;
        var both = Base64Url.DecodeFromChars(written);
        if (both.Length != IdBytes + KeyBytes) return null;
        var member = new MemberId(new Guid(both.AsSpan(0, IdBytes), bigEndian: true));
        return new(member, Convert.ToHexStringLower(SHA256.HashData(both)));
    }
}
