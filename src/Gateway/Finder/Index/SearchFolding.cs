using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>
/// Folds text so that spellings which readers take for the same are the same: Unicode's compatibility decomposition
/// (UAX 15) and case folding, without marks, apostrophes and characters that nobody sees.
/// </summary>
internal static class SearchFolding
{
    // Quotation marks that stand in for an apostrophe, the letters that look like one, and the dot of "col·lega", also
    // under the code points that Unicode takes for the same. The double ones separate words.
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create(
        "'‘’‚‛`´ʹʻʼʽʾʿˈˊˋ′‵՚׳ꞌꞋ＇·‧\u0374\u0387\u1fef\u1ffd");

    // Letters that Unicode does not decompose, although readers type the plain ones: those with a stroke, a hook or a
    // tail, ligatures, and the dotless i. The full case folding of ß is among them.
    private static readonly FrozenDictionary<int, string> Plain = new (string Letters, string Text)[]
    {
        ("ɓƀ", "b"), ("ƈȼ", "c"), ("đðɖɗ", "d"), ("ǥɠ", "g"), ("ħ", "h"), ("ıɨ", "i"), ("ɉ", "j"), ("ĸƙ", "k"),
        ("łƚ", "l"), ("ŋɲƞ", "n"), ("øɵ", "o"), ("ƥ", "p"), ("ɍ", "r"), ("ŧƭʈ", "t"), ("ʉ", "u"), ("ʋ", "v"),
        ("ƴɏ", "y"), ("ƶ", "z"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
    }.SelectMany(row => row.Letters.Select(letter => ((int)letter, row.Text)))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Text);

    /// <summary>The folded text. Anything that separates words stays where it is.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return WithoutApostrophes(text).ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WithoutApostrophes(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(rune) || IsIgnorable(rune) || IsApostrophe(rune)) continue;
            // Two steps, because some letters have two small forms, such as sigma.
            var small = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
            if (Plain.TryGetValue(small.Value, out var plain)) folded.Append(plain);
            else folded.Append(small);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // Before the decomposition, which takes ´ for an accent on a space, and fails on half a surrogate pair and on
    // noncharacters.
    private static string WithoutApostrophes(string text)
    {
        if (text.AsSpan().IndexOfAny(Apostrophes) < 0 && Ascii.IsValid(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsApostrophe(rune) && !IsNoncharacter(rune)) kept.Append(rune);
        }
        return kept.ToString();
    }

    // The 66 code points that Unicode never assigns.
    private static bool IsNoncharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsApostrophe(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Unicode's Default_Ignorable_Code_Point, besides marks: formatting, fillers and what is reserved for them.
    private static bool IsIgnorable(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2065
                or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
    }
}
