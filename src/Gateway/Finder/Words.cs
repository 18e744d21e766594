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
    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        // One letter may become two.
        var (word, length) = (new char[2 * (text?.Length ?? 0)], 0);
        foreach (var letter in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(letter)) word[length++] = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
            // An accent of its own, and what stands in "men's", part no words.
            else if (letter is (>= '\u0300' and <= '\u036F') or '\'' or '’') continue;
            else if (letter >= 0x80 && char.IsLetterOrDigit(letter)) Append(char.ToLowerInvariant(letter));
            else End();
        }
        End();
        return words;

        void Append(char letter)
        {
            if (!Plain.TryGetValue(letter, out var plain)) word[length++] = letter;
            else foreach (var one in plain) word[length++] = one;
        }

        void End()
        {
            if (length > 0) words.Add(new(word, 0, length));
            length = 0;
        }
    }
}
