using System.Text;
using System.Text.RegularExpressions;

namespace PeerNet.Contracts;

/// <summary>Words that are taken out of a text that everybody can read, such as somebody's name.</summary>
public static class TakenOut
{
    /// <summary>What replaces them.</summary>
    public const string Marker = "[taken out]";

    /// <summary>The words: as long as a name, so that nobody rewrites a text with it.</summary>
    public static TextRule Words { get; } = TextRule.Line(40);

    /// <summary>A text without those words, as whole words and whatever their capitals.</summary>
    public static string Of(string text, string words) => Whole(words).Replace(text, Marker);

    /// <summary>The same for a text that may not be there.</summary>
    public static string? OfAny(string? text, string words) => text is null ? null : Of(text, words);

    /// <summary>The rule for what is left of a text by a rule: each of its characters could be a word.</summary>
    public static TextRule LeftOf(TextRule rule) => rule.Times(Marker.Length);

    /// <summary>Whether anything is left of a text to read.</summary>
    public static bool IsReadable(string text) =>
        text.Replace(Marker, "", StringComparison.Ordinal).EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>What is wrong with words to take out, as the detail of a refusal; null if nothing is.</summary>
    public static string? WrongWith(TakeOutWords takeOut)
    {
        if (!Words.Allows(takeOut.Words)) return Words.Detail;
        return Whole(takeOut.Words).IsMatch(Marker)
            ? "Use words that were written, and not those that replace what was taken out."
            : null;
    }

    private static Regex Whole(string words) =>
        new($@"(?<!\w){Regex.Escape(words)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

/// <summary>Words to take out of a text: the body of PUT …/taken-out.</summary>
/// <param name="Words">The words, such as a name: 1 to 40 characters on one line.</param>
[GenerateSerializer, Immutable, Alias("peernet.take-out-words")]
public sealed record TakeOutWords([property: Id(0)] string Words);
