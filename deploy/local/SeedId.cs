using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Local;

/// <summary>IDs that are the same every time, so that seeding continues where it stopped after a crash.</summary>
internal static class SeedId
{
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A version 7 UUID (RFC 9562, section 5.7): the time is derived from the place in the list, the rest from a hash.
    /// </summary>
    public static Guid Of(string area, string kind, int place)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{area}/{kind}/{place}"))[..16];
        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            (First.AddMinutes(place).ToUnixTimeMilliseconds() << 16) | 0x7000L | (bytes[6] & 0x0FL) << 8 | bytes[7]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>A version 4 UUID, as a seat has, whose token says nothing about when it was made.</summary>
    public static Guid Token(string area, int place)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{area}/seat/{place}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>A number from 0 to 99 that is always the same for the same words.</summary>
    public static int Percent(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words))[0] * 100 / 256;
}
