using System.Globalization;
using System.Text;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Splits text into the words it is searched by, folded by <see cref="SearchFolding"/>.</summary>
internal static class Tokenizer
{
    /// <summary>The shortest word that is also found as the prefix of a longer one.</summary>
    public const int MinPrefix = 3;

    /// <summary>What joins the parts of a compound in <see cref="Compounds"/>.</summary>
    public const char Hyphen = '-';

    /// <summary>
    /// The words in the order of the text, repeated as often as they occur. A compound such as <c>drop-in</c> gives its
    /// parts and the whole: drop, in, dropin.
    /// </summary>
    public static IEnumerable<string> Tokenize(string? text)
    {
        foreach (var compound in Compounds(text))
        {
            var parts = compound.Split(Hyphen);
            foreach (var part in parts) yield return part;
            if (parts.Length > 1) yield return string.Concat(parts);
        }
    }

    /// <summary>The words and compounds of the text; a compound's parts are joined by hyphens.</summary>
    public static List<string> Compounds(string? text)
    {
        var found = new List<string>();
        var word = new StringBuilder();
        var isHyphenated = false;
        foreach (var rune in SearchFolding.Fold(text ?? "").EnumerateRunes())
        {
            if (IsPartOfWord(rune))
            {
                if (isHyphenated) word.Append(Hyphen);
                word.Append(rune);
                isHyphenated = false;
                continue;
            }
            // Only between two letters: "sixty - seventy" is two words.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation && word.Length > 0 && !isHyphenated)
                isHyphenated = true;
            else EndWord();
        }
        EndWord();
        return found;

        void EndWord()
        {
            if (word.Length > 0) found.Add(word.ToString());
            word.Clear();
            isHyphenated = false;
        }
    }

    // Vowel signs of Indic scripts are spacing marks in the middle of words.
    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark;
}
