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
    public static int LongestSentence(string text) => SentencesOf(text).Select(WordsIn).DefaultIfEmpty().Max();

    /// <summary>Its sentences, each with the mark at its end. A new line begins a new sentence.</summary>
    public static IEnumerable<string> SentencesOf(string text) =>
        Ends.Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex("""(?<=[.!?…][”’"')\]]*)\s+|[\r\n]+""")]
    private static partial Regex Ends { get; }

    // A dash between two words is not a third one.
    private static int WordsIn(string sentence) =>
        sentence.Split(' ', '\t', '\u00a0').Count(word => word.Any(char.IsLetterOrDigit));
}
