using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// The key of a question, under which lies what slips have answered. Without it nobody can tell which slip a mark
/// belongs to, or what was chosen.
/// </summary>
internal sealed class SlipKey(byte[] secret)
{
    private const int NonceLength = 12, TagLength = 16, ChoicesLength = sizeof(int);

    private readonly byte[] marking = Derived(secret, "mark");
    private readonly byte[] sealing = Derived(secret, "seal");
    private readonly byte[] salting = Derived(secret, "salt");

    /// <summary>What a slip has chosen, sealed: always the same for the same slip and choices.</summary>
    public (string Mark, string Sealed) Seal(string code, ImmutableArray<int> choices)
    {
        var mark = Convert.ToHexStringLower(HMACSHA256.HashData(marking, Encoding.ASCII.GetBytes(code))[..16]);
        var plain = new byte[ChoicesLength];
        BinaryPrimitives.WriteInt32BigEndian(plain, choices.Aggregate(0, (bits, choice) => bits | (1 << choice)));
        var letter = new byte[NonceLength + ChoicesLength + TagLength];
        var nonce = letter.AsSpan(0, NonceLength);
        // The nonce follows from what is sealed, so that it is never used for anything else.
        byte[] chosen = [.. Encoding.ASCII.GetBytes(mark), .. plain];
        HMACSHA256.HashData(salting, chosen).AsSpan(0, NonceLength).CopyTo(nonce);
        using var cipher = new AesGcm(sealing, TagLength);
        cipher.Encrypt(
            nonce, plain, letter.AsSpan(NonceLength, ChoicesLength), letter.AsSpan(NonceLength + ChoicesLength),
            Encoding.ASCII.GetBytes(mark));
        return (mark, Convert.ToBase64String(letter));
    }

    /// <summary>Which options a slip has chosen; null if it was sealed with another key.</summary>
    public ImmutableArray<int>? Open(SpentSlip slip)
    {
        var letter = Convert.FromBase64String(slip.Sealed).AsSpan();
        var text = letter.Slice(NonceLength, ChoicesLength);
        var tag = letter[(NonceLength + ChoicesLength)..];
        var plain = new byte[ChoicesLength];
        using var cipher = new AesGcm(sealing, TagLength);
        try
        {
            cipher.Decrypt(letter[..NonceLength], text, tag, plain, Encoding.ASCII.GetBytes(slip.Mark));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        var bits = BinaryPrimitives.ReadInt32BigEndian(plain);
        return [.. Enumerable.Range(0, 8 * ChoicesLength - 1).Where(choice => (bits & (1 << choice)) != 0)];
    }

    private static byte[] Derived(byte[] secret, string what) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes(what));
}
