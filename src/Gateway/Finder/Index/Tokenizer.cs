using System.Collections.Frozen;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Splits text into the words it is searched by: lower case and without accents.</summary>
internal static class Tokenizer
{
    /// <summary>The shortest word that is also found as the prefix of a longer one.</summary>
    public const int MinPrefix = 3;

    // The Gateway runs without ICU, so the runtime cannot separate letters from their accents.
    private static readonly string[] Accented =
    [
        "aàáâãäåāăąǎ", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ",
        "iìíîïĩīĭįıǐ", "jĵ", "kķ", "lĺļľŀł", "nñńņňŋ", "oòóôõöøōŏőǒ", "rŕŗř",
        "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųǔ", "wŵẁẃẅ", "yýÿŷỳ", "zźżž",
    ];

    private static readonly FrozenDictionary<char, string> Plain =
        Accented.SelectMany(row => row[1..].Select(letter => (letter, Text: row[..1])))
            .Concat([('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th")])
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The words in the order of the text, repeated as often as they occur.</summary>
    public static List<string> Tokenize(string? text)
    {
        var words = new List<string>();
        // One letter may become two.
        var word = new char[2 * (text?.Length ?? 0)];
        var length = 0;
        foreach (var letter in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(letter)) word[length++] = char.ToLowerInvariant(letter);
            // A combining accent, and the apostrophe in "men's", do not separate words.
            else if (letter is (>= '\u0300' and <= '\u036F') or '\'' or '’') continue;
            else if (letter >= 0x80 && char.IsLetterOrDigit(letter)) Append(char.ToLowerInvariant(letter));
            else EndWord();
        }
        EndWord();
        return words;

        void Append(char letter)
        {
            if (!Plain.TryGetValue(letter, out var plain)) word[length++] = letter;
            else foreach (var one in plain) word[length++] = one;
        }

        void EndWord()
        {
            if (length > 0) words.Add(new(word, 0, length));
            length = 0;
        }
    }
}
