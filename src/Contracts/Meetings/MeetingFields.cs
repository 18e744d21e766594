using System.Collections.Immutable;
using System.Globalization;

namespace PeerNet.Contracts.Meetings;

/// <summary>The rules for the fields of a meeting.</summary>
public static class MeetingFields
{
    /// <summary>The length in minutes of the shortest meeting.</summary>
    public const int MinMinutes = 5;

    /// <summary>The length in minutes of the longest: a day.</summary>
    public const int MaxMinutes = 1440;

    /// <summary>The maximum number of people on a roster.</summary>
    public const int MaxPeople = 500;

    /// <summary>The maximum number of entries of one meeting.</summary>
    public const int MaxEntries = 1000;

    /// <summary>How often people may mark themselves at one meeting.</summary>
    public const int MaxOwnMarks = 20;

    /// <summary>The maximum number of people of one kind who are counted without a name.</summary>
    public const int MaxUnnamed = 1000;

    /// <summary>How many days back meetings are listed, unless somebody says from when.</summary>
    public const int DaysBack = 12 * 7;

    /// <summary>The lengths a meeting may have, as the detail of a refusal.</summary>
    public static string MinutesDetail { get; } = string.Create(
        CultureInfo.InvariantCulture, $"Use {MinMinutes} to {MaxMinutes:N0} minutes.");

    /// <summary>What a meeting is called.</summary>
    public static TextRule Title { get; } = TextRule.Line(120);

    /// <summary>The maximum number of words for people whom nobody can name yet.</summary>
    public const int MaxWords = 50;

    /// <summary>A word for somebody whom nobody can name yet.</summary>
    public static TextRule Word { get; } = TextRule.Line(40);

    /// <summary>What is allowed of a meeting's words, as the detail of a refusal.</summary>
    public static string WordsDetail { get; } =
        $"Use up to {MaxWords} different words, each with 1 to {Word.Max} characters on one line.";

    /// <summary>Whether they are valid words; capitals do not tell two words apart.</summary>
    public static bool AreWords(ImmutableArray<string> words)
    {
        return words.Length <= MaxWords && words.All(word => word is not null && Word.Allows(word))
            && words.Distinct(StringComparer.OrdinalIgnoreCase).Count() == words.Length;
    }

    /// <summary>The note for the group.</summary>
    public static TextRule Notes { get; } = TextRule.Lines(4000);

    /// <summary>The reason for a correction.</summary>
    public static TextRule Why { get; } = TextRule.SomeLines(500);

    /// <summary>The reason for a cancellation, or details of why a meeting did not happen.</summary>
    public static TextRule Reason { get; } = TextRule.Lines(500);
}
