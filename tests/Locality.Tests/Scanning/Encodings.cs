using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Locality.Tests.Scanning;

/// <summary>Bytes that betray a canary.</summary>
/// <param name="Canary">The canary.</param>
/// <param name="Encoding">In which form.</param>
/// <param name="Bytes">The bytes, at least eight.</param>
/// <param name="Folded">Whether capitals count as small letters.</param>
internal sealed record Pattern(Canary Canary, string Encoding, byte[] Bytes, bool Folded);

/// <summary>
/// The forms in which a canary is looked for. A readable form is looked for by its beginning, so that what was cut
/// short is found too.
/// </summary>
internal static class Encodings
{
    private const int Beginning = 8, BeginningOfDigits = 12;

    /// <summary>Every form of a canary.</summary>
    public static IEnumerable<Pattern> Of(Canary canary)
    {
        return Readable(canary).Concat(canary.Id is { } id ? OfId(canary, id) : [])
            .Concat(Digests(canary, canary.Mark))
                .Concat(canary.Text == canary.Mark ? [] : Digests(canary, canary.Text));
    }

    private static IEnumerable<Pattern> Readable(Canary canary)
    {
        var text = Start(canary);
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return Folded("UTF-8", bytes);
        yield return Folded("UTF-16", Encoding.Unicode.GetBytes(text));
        yield return Folded("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(text));
        yield return Folded("percent", Each("%{0:x2}"));
        yield return Folded("JSON escapes", Each(@"\u{0:x4}"));
        yield return Folded("HTML entities", Each("&#{0};"));
        yield return Folded("HTML hex entities", Each("&#x{0:x};"));
        yield return Folded("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        foreach (var (name, form) in Base64(bytes)) yield return new(canary, name, form, false);

        Pattern Folded(string name, byte[] form) => new(canary, name, Fold.Small(form), true);

        byte[] Each(string format)
        {
            return Encoding.ASCII.GetBytes(
                string.Concat(text.Select(letter => string.Format(CultureInfo.InvariantCulture, format, (int)letter))));
        }
    }

    // The first half of an id is a time in many of them, so its second half is what tells.
    private static string Start(Canary canary)
    {
        if (canary.Id is not null) return canary.Mark[^17..];
        if (char.IsAsciiDigit(canary.Mark[0]) && canary.Mark.All(char.IsAsciiDigit))
            return canary.Mark[..BeginningOfDigits];
        return canary.Mark[..Beginning];
    }

    private static IEnumerable<Pattern> OfId(Canary canary, Guid id)
    {
        yield return new(canary, "32 digits", Encoding.ASCII.GetBytes($"{id:N}"), true);
        foreach (var (name, bytes) in ((string, byte[])[])[
            ("bytes", id.ToByteArray(bigEndian: true)), ("mixed bytes", id.ToByteArray())
        ])
        {
            yield return new(canary, name, bytes, false);
            foreach (var (form, coded) in Base64(bytes)) yield return new(canary, $"{form} of {name}", coded, false);
        }
    }

    /// <summary>
    /// What base64 makes of the bytes wherever they begin in a group of three, less the letters that depend on their
    /// neighbours, in both alphabets.
    /// </summary>
    private static IEnumerable<(string Name, byte[] Form)> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var coded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var form = coded[((before * 8 + 5) / 6)..((before + bytes.Length) * 8 / 6)];
            yield return ($"base64 +{before}", Encoding.ASCII.GetBytes(form));
            var forAddresses = form.Replace('+', '-').Replace('/', '_');
            if (forAddresses != form) yield return ($"base64url +{before}", Encoding.ASCII.GetBytes(forAddresses));
        }
    }

    // Unsalted, as when an email address is hashed to make a key.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Looked for, not used.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "Looked for, not used.")]
    private static IEnumerable<Pattern> Digests(Canary canary, string value)
    {
        foreach (var text in ((string[])[value, value.Trim().ToLowerInvariant(), value.Trim().ToUpperInvariant()])
            .Distinct())
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            foreach (var (name, digest) in ((string, byte[])[])[
                ("MD5", MD5.HashData(bytes)), ("SHA-1", SHA1.HashData(bytes)), ("SHA-256", SHA256.HashData(bytes))
            ])
            {
                yield return new(canary, name, digest, false);
                yield return new(
                    canary, $"{name} in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest)), true);
                foreach (var (form, coded) in Base64(
                    digest)) yield return new(canary, $"{name} in {form}", coded, false);
            }
        }
    }
}
