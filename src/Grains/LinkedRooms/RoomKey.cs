using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>
/// The key with which an area hides its count of one question. It is made for that question and destroyed once the
/// counts are added up.
/// </summary>
/// <param name="Private">The private half, in base64; it never leaves the area.</param>
/// <param name="Public">The public half, in base64url.</param>
internal sealed record RoomKey(string Private, string Public)
{
    // The public half of every key on this curve is that long.
    private const int PublicBytes = 91;

    /// <summary>A new key.</summary>
    public static RoomKey Make()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return new(
            Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
            Base64Url.EncodeToString(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Whether it is the public half of such a key.</summary>
    public static bool IsPublic(string text)
    {
        var bytes = new byte[PublicBytes];
        var read = Base64Url.DecodeFromChars(text, bytes, out _, out var length);
        if (read != OperationStatus.Done || length != PublicBytes) return false;
        using var key = ECDiffieHellman.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes, out _);
        }
        catch (CryptographicException)
        {
            return false;
        }
        return key.KeySize == 256;
    }

    /// <summary>The masks that this area and another work out alike, one for each number.</summary>
    /// <param name="other">The public half of the other area's key.</param>
    /// <param name="gathering">The gathering.</param>
    /// <param name="question">The question.</param>
    /// <param name="attempt">The attempt; each has masks of its own.</param>
    /// <param name="count">How many numbers there are.</param>
    public ImmutableArray<uint> MasksWith(
        string other, GatheringId gathering, QuestionId question, int attempt, int count)
    {
        using var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(Convert.FromBase64String(Private), out _);
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(Base64Url.DecodeFromChars(other), out _);
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        return [.. Enumerable.Range(0, count).Select(place => Mask($"{gathering}/{question}/{attempt}/{place}"))];

        uint Mask(string what)
        {
            var bytes = HKDF.DeriveKey(
                HashAlgorithmName.SHA256, shared, sizeof(uint), info: Encoding.ASCII.GetBytes(what));
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }
    }
}
