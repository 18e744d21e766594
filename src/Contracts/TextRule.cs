using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PeerNet.Contracts;

/// <summary>
/// What a field of text may contain. The API, the finder and forms use the same rule for the same field, so that
/// whatever one accepts, the others accept too.
/// </summary>
public sealed record TextRule
{
    // A letter with marks, a family of emoji or a flag; not a letter under a thousand accents.
    private const int MaxUnitsOfOne = 32;
    private const int UnitsPerCharacterOfLine = 12, UnitsPerCharacterOfLines = 4;

    private TextRule(int max, bool isLine, bool isRequired)
    {
        Max = max;
        IsLine = isLine;
        IsRequired = isRequired;
    }

    /// <summary>The maximum number of characters, as readers count them (grapheme clusters, UAX 29).</summary>
    public int Max { get; }

    /// <summary>Whether the text is on one line.</summary>
    public bool IsLine { get; }

    /// <summary>Whether at least one character must be visible.</summary>
    public bool IsRequired { get; }

    /// <summary>The maximum number of UTF-16 code units, whatever the characters are made of.</summary>
    public int MaxUnits => Max * (IsLine ? UnitsPerCharacterOfLine : UnitsPerCharacterOfLines);

    /// <summary>What the rule allows, as the detail of a refusal.</summary>
    public string Detail
    {
        get
        {
            var max = Max.ToString("N0", CultureInfo.InvariantCulture);
            if (IsLine) return $"Use 1 to {max} characters on one line. At least one must be visible.";
            return IsRequired
                ? $"Use 1 to {max} characters. At least one must be visible."
                : $"Use up to {max} characters, with no control characters except line breaks and tabs.";
        }
    }

    /// <summary>A name or anything else on one line: visible, without line breaks or control characters.</summary>
    public static TextRule Line(int max) => new(max, isLine: true, isRequired: true);

    /// <summary>A text of several lines, which may be empty.</summary>
    public static TextRule Lines(int max) => new(max, isLine: false, isRequired: false);

    /// <summary>A text of several lines with something to read in it.</summary>
    public static TextRule SomeLines(int max) => new(max, isLine: false, isRequired: true);

    /// <summary>The same for a text that may be so many times as long.</summary>
    public TextRule Times(int factor) => new(Max * factor, IsLine, IsRequired);

    /// <summary>Whether there is anything in a text that readers see.</summary>
    public static bool IsVisible([NotNullWhen(true)] string? text) =>
        text is not null && text.EnumerateRunes().Any(Characters.IsVisible);

    /// <summary>
    /// Whether nothing in it is a space or invisible, as in an address: nobody could see why it leads nowhere.
    /// </summary>
    public static bool IsUnbroken(string text) => !text.EnumerateRunes().Any(Characters.IsGap);

    /// <summary>The text without spaces and invisible characters at both ends, which pasting brings.</summary>
    public static string WithoutGapsAround(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        var from = runes.TakeWhile(Characters.IsGap).Sum(rune => rune.Utf16SequenceLength);
        var after = runes.Reverse().TakeWhile(Characters.IsGap).Sum(rune => rune.Utf16SequenceLength);
        return from == text.Length ? "" : text[from..^after];
    }

    /// <summary>Whether the text follows the rule. A field that is left out does too.</summary>
    public bool Allows(string? text)
    {
        if (text is null) return true;
        return text.Length <= MaxUnits && HasOnlyAllowed(text) && HasRoomFor(text);
    }

    private bool HasOnlyAllowed(string text)
    {
        var isVisible = !IsRequired;
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done) return false;
            if (Characters.IsForbidden(rune)) return false;
            if (Characters.IsControl(rune) && (IsLine || !Characters.IsLayout(rest))) return false;
            isVisible |= Characters.IsVisible(rune);
            at += length;
        }
        return isVisible;
    }

    private bool HasRoomFor(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            if (length > MaxUnitsOfOne || ++count > Max) return false;
            rest = rest[length..];
        }
        return true;
    }
}

/// <summary>The kinds of character that the rules for text distinguish.</summary>
internal static class Characters
{
    /// <summary>Whether no text may contain it: it reorders other characters, or is not a character at all.</summary>
    public static bool IsForbidden(Rune rune)
    {
        return rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
    }

    /// <summary>Whether it is a control character or breaks the line.</summary>
    public static bool IsControl(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
    }

    /// <summary>
    /// Whether the text begins with a line break or a tab, which a text of several lines may contain.
    /// </summary>
    public static bool IsLayout(ReadOnlySpan<char> text) =>
        text[0] is '\n' or '\t' or '\u2028' or '\u2029' || text is ['\r', '\n', ..];

    /// <summary>Whether it is a space of any kind, or invisible.</summary>
    public static bool IsGap(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>Whether a reader sees it. Marks do not count: they need a character to stand on.</summary>
    public static bool IsVisible(Rune rune)
    {
        // Fillers and blanks that Unicode counts as letters and symbols.
        if (rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or 0x1D159) return false;
        return Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
    }
}
