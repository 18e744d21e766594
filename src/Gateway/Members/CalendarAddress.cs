using System.Buffers.Text;
using System.Security.Cryptography;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Members;

/// <summary>
/// The secret part of the address of a person's own calendar: their ID and a key of 256 random bits, in base64url. It
/// does not look like an ID, so traces leave it out, and nothing here writes it anywhere.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="Digest">The SHA-256 of ID and key, which is all that the area keeps.</param>
internal sealed record CalendarAddress(MemberId Member, string Digest)
{
    private const int IdBytes = 16, KeyBytes = 32;

    /// <summary>A new key, for a form.</summary>
    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The secret part for a person's key; null if it is not a key.</summary>
    public static string? Write(MemberId member, string? key)
    {
        if (key is null || !Base64Url.IsValid(key)) return null;
        var secret = Base64Url.DecodeFromChars(key);
        byte[] both = [.. member.Value.ToByteArray(bigEndian: true), .. secret];
        return secret.Length == KeyBytes ? Base64Url.EncodeToString(both) : null;
    }

    /// <summary>Reads the secret part of an address; null if it is none.</summary>
    public static CalendarAddress? Read(string? written)
    {
        if (written is null || !Base64Url.IsValid(written)) return null;
        var both = Base64Url.DecodeFromChars(written);
        if (both.Length != IdBytes + KeyBytes) return null;
        var member = new MemberId(new Guid(both.AsSpan(0, IdBytes), bigEndian: true));
        return new(member, Convert.ToHexStringLower(SHA256.HashData(both)));
    }
}
