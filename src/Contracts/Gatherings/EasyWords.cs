using System.Text.RegularExpressions;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The rule for texts in plainer words: in a long sentence, some readers lose the thread.</summary>
public static partial class EasyWords
{
    /// <summary>The maximum number of words in a sentence.</summary>
    public const int MaxWords = 15;

    /// <summary>What is allowed of them, as the detail of a refusal.</summary>
    public static string Detail { get; } = $"Use sentences of up to {MaxWords} words.";

    /// <summary>How many words the longest sentence has.</summary>
    public static int LongestSentence(string text) =>
        SentencesOf(text).Select(sentence => Word.Count(sentence)).DefaultIfEmpty().Max();

    /// <summary>Its sentences, each with the mark at its end. A new line begins a new sentence.</summary>
    public static IEnumerable<string> SentencesOf(string text) =>
        Ends.Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    // After a mark, but not after a title, the number of a line, or what is cut short or quoted within a sentence.
    [GeneratedRegex(
        """
        (?<=[.!?…؟۔।][”’"')\]]*)
        (?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|e\.g|i\.e)\.) (?<!(?:^|[.!?…]\s)\s*\d{1,2}\.)
        (?!(?<=(?:\b(?:[ap]\.m|etc)\.)|[”’"')\]])\s+[\p{Ll}(–]) \s+
        | [\r\n\u2028\u2029]+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Ends { get; }

    // A dash between two words is not a third one, but it parts them.
    [GeneratedRegex(@"[^\s—]*[\p{L}\p{Nd}][^\s—]*")]
    private static partial Regex Word { get; }
}
