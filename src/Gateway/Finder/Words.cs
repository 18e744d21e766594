using System.Collections.Frozen;

namespace PeerNet.Gateway.Finder;

/// <summary>The words of a text as they are searched for: small letters without accents.</summary>
internal static class Words
{
    /// <summary>From how many letters on a word is also found as the beginning of a longer one.</summary>
    public const int Beginning = 3;

    // The runtime does without ICU here, and cannot take letters apart from their accents.
    private static readonly string[] Accented =
    [
        "aàáâãäåāăąǎ", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįıǐ", "jĵ", "kķ", "lĺļľŀł", "nñńņňŋ", "oòóôõöøōŏőǒ",
        "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųǔ", "wŵẁẃẅ", "yýÿŷỳ", "zźżž",
    ];

    private static readonly FrozenDictionary<char, string> Plain =
        Accented.SelectMany(row => row[1..].Select(letter => (letter, Text: row[..1])))
            .Concat([('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th")])
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The words, in order; each as often as it stands there.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var word = new System.Text.StringBuilder();
        foreach (var letter in text)
        {
            // An accent of its own, and what stands in "men's", part no words.
            if (letter is (>= '\u0300' and <= '\u036F') or '\'' or '’') continue;
            if (char.IsLetterOrDigit(letter)) Append(word, char.ToLowerInvariant(letter));
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static void Append(System.Text.StringBuilder word, char letter)
    {
        if (letter < 0x80) word.Append(letter);
        else if (Plain.TryGetValue(letter, out var plain)) word.Append(plain);
        else word.Append(letter);
    }
}
