using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Locality.Tests;

/// <summary>
/// A value that is in one field of one area and nowhere else, so that wherever it turns up it came from there.
/// </summary>
/// <param name="Home">The area it belongs to.</param>
/// <param name="What">The field.</param>
/// <param name="Text">All of the value.</param>
/// <param name="Mark">The random part of it.</param>
internal sealed record Canary(string Home, string What, string Text, string Mark)
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>The zones beside its home where it is declared to be.</summary>
    public ImmutableHashSet<string> Also { get; init; } = [];

    /// <summary>Whether it is on a card, and so for everybody.</summary>
    public bool Public { get; init; }

    /// <summary>Whether its home keeps it, so that the scan must find it there.</summary>
    public bool Kept { get; init; } = true;

    /// <summary>Whether its owner shows it at other areas' doors, where it may be in memory and nowhere else.</summary>
    public bool Shown { get; init; }

    /// <summary>Set when it is an id, which an area's own operators may see.</summary>
    public Guid? Id { get; init; }

    /// <summary>A word with a random mark in it; the same words give the same mark.</summary>
    public static Canary Of(string home, string what, string words, Func<string, string> text)
    {
        var mark =
            string.Concat(Digest($"{words}/{home}/{what}").Take(20).Select(letter => Letters[letter % Letters.Length]));
        return new(home, what, text(mark), mark);
    }

    /// <summary>Sixteen digits, for what has no letters.</summary>
    public static Canary Digits(string home, string what, string words)
    {
        var mark = string.Concat(Digest($"{words}/{home}/{what}").Take(16).Select(digit => (char)('0' + digit % 10)));
        return new(home, what, "+" + mark, mark);
    }

    /// <summary>An id as a canary.</summary>
    public static Canary Of(string home, string what, Guid id) => new(home, what, $"{id}", $"{id}") { Id = id };

    /// <summary>An id that follows from words, of version 7 or, for a seat, of version 4.</summary>
    public static Guid IdOf(string words, int version = 7)
    {
        var bytes = Digest(words)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | version << 4);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>
    /// Whether it may be in that piece of evidence. What operators see contains nothing that a person wrote, not even
    /// in their own area.
    /// </summary>
    public bool MayBeIn(Piece piece)
    {
        return piece.ForOperators
            ? Id is not null && (piece.Zone == Home || piece.Zone == Zones.Together || Also.Contains(piece.Zone))
            : Public || piece.Zone == Home || Also.Contains(piece.Zone) || (Shown && piece.InMemory);
    }

    private static byte[] Digest(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words));
}
