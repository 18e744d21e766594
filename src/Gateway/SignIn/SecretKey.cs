using System.Buffers.Text;
using System.Security.Cryptography;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// What somebody brings who was given a key: the ID of the person or the group that it is for, and 256 random bits, in
/// base64url. It does not look like an ID, so traces leave it out, and nothing here writes it anywhere.
/// </summary>
/// <param name="Owner">The person or the group.</param>
/// <param name="Digest">The SHA-256 of ID and key in hexadecimal digits, which is all that the area keeps.</param>
internal sealed record SecretKey(Guid Owner, string Digest)
{
    private const int IdBytes = 16, KeyBytes = 32, IdDigits = 32;

    /// <summary>A UUID from the digest, which leads to nobody.</summary>
    public Guid Id => Guid.ParseExact(Digest[..IdDigits], "N");

    /// <summary>The person, of a key to what is theirs.</summary>
    public MemberId Member => new(Owner);

    /// <summary>The group, of a key that lets somebody in.</summary>
    public GroupId Group => new(Owner);

    /// <summary>A new key, for a form.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What is given away with a key; null if it is not a key.</summary>
    public static string? Write(Guid owner, string? key)
    {
        if (key is null || !Base64Url.IsValid(key)) return null;
        var secret = Base64Url.DecodeFromChars(key);
        byte[] both = [.. owner.ToByteArray(bigEndian: true), .. secret];
        return secret.Length == KeyBytes ? Base64Url.EncodeToString(both) : null;
    }

    /// <summary>Reads what somebody brings; null if it has another form.</summary>
    public static SecretKey? Read(ReadOnlySpan<char> written)
    {
        if (!Base64Url.IsValid(written)) return null;
        var both = Base64Url.DecodeFromChars(written);
        if (both.Length != IdBytes + KeyBytes) return null;
        var owner = new Guid(both.AsSpan(0, IdBytes), bigEndian: true);
        return new(owner, Convert.ToHexStringLower(SHA256.HashData(both)));
    }
}
