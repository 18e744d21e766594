using System.Collections.Immutable;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The rules for the fields of gatherings, of their tables and of their questions.</summary>
public static class GatheringFields
{
    /// <summary>The minimum number of groups that hold one, and of keepers.</summary>
    public const int MinGroups = 2;

    /// <summary>The maximum number of groups that hold one.</summary>
    public const int MaxGroups = 10;

    /// <summary>The maximum number of lenses on its tables.</summary>
    public const int MaxLenses = 3;

    /// <summary>The maximum number of tables.</summary>
    public const int MaxTables = 40;

    /// <summary>The maximum number of people at one table.</summary>
    public const int MaxPresent = 200;

    /// <summary>The maximum number of questions.</summary>
    public const int MaxQuestions = 40;

    /// <summary>The minimum number of options of a question that people vote on.</summary>
    public const int MinOptions = 2;

    /// <summary>The maximum number of options; each has a letter.</summary>
    public const int MaxOptions = 26;

    /// <summary>The maximum number of steps of a ladder; each has a box for each hat.</summary>
    public const int MaxRungs = 8;

    /// <summary>The maximum number of entries: one for each table and question, and a quarter more.</summary>
    public const int MaxTallies = 2000;

    /// <summary>
    /// The maximum number of entries for a table and question that whoever holds the table's paper can add to: nobody
    /// fills the gathering with them.
    /// </summary>
    public const int MaxAtTable = 10;

    /// <summary>The maximum number of entries that one entry replaces.</summary>
    public const int MaxReplaced = 20;

    /// <summary>The maximum number of things that one table says it depends on.</summary>
    public const int MaxConditions = 10;

    /// <summary>How many different steps one person may give a voice to.</summary>
    public const int VoicesEach = 3;

    /// <summary>The maximum number of slips of a gathering, for all its tables.</summary>
    public const int MaxSlips = 1000;

    /// <summary>How many days ahead one may be planned.</summary>
    public const int MaxDays = 366;

    /// <summary>How many hours one keeper waits for another before closing it alone.</summary>
    public const int HoursToClose = 24;

    /// <summary>How many days after its own a gathering forgets who comes, if nobody has closed it.</summary>
    public const int DaysComingIsKept = 2;

    /// <summary>Whether a gathering of that day still keeps who comes, if nobody has closed it.</summary>
    public static bool KeepsComing(DateOnly heldOn, DateOnly today) => today < heldOn.AddDays(DaysComingIsKept);

    /// <summary>How many codes a table can have, one after the other.</summary>
    public const int MaxCodes = 100;

    /// <summary>A box that a slip chooses.</summary>
    public static TextRule Box { get; } = TextRule.Line(20);

    /// <summary>The code of a slip, as somebody types it.</summary>
    public static TextRule Code { get; } = TextRule.Line(40);

    /// <summary>What it is called.</summary>
    public static TextRule Title { get; } = TextRule.Line(120);

    /// <summary>The same in a letter: what replaces a name that is taken out can be longer than the name.</summary>
    public static TextRule HeardTitle { get; } = TakenOut.LeftOf(Title);

    /// <summary>Where it takes place.</summary>
    public static TextRule Place { get; } = TextRule.Line(250);

    /// <summary>Why it is cancelled.</summary>
    public static TextRule Reason { get; } = TextRule.SomeLines(500);

    /// <summary>What is asked.</summary>
    public static TextRule Text { get; } = TextRule.SomeLines(500);

    /// <summary>The same in plainer words.</summary>
    public static TextRule EasyText { get; } = TextRule.Lines(500);

    /// <summary>Where it can be watched.</summary>
    public static TextRule Clip { get; } = TextRule.Line(250);

    /// <summary>What is asked, in a letter: longer once a name is taken out, as the title may be.</summary>
    public static TextRule HeardText { get; } = TextRule.SomeLines(6000);

    /// <summary>The same in plainer words, in a letter.</summary>
    public static TextRule HeardEasyText { get; } = TextRule.Lines(6000);

    /// <summary>One option.</summary>
    public static TextRule Option { get; } = TextRule.Line(250);

    /// <summary>Something that it depends on.</summary>
    public static TextRule Condition { get; } = TextRule.Line(120);

    /// <summary>What is allowed of the options, as the detail of a refusal.</summary>
    public static string OptionsDetail { get; } =
        $"Use {MinOptions} to {MaxOptions} different options, each with 1 to {Option.Max} characters on one line.";

    /// <summary>What is allowed of the sentences of a vote, as the detail of a refusal.</summary>
    public static string SentencesDetail { get; } =
        "In a vote, use one sentence of this gathering for each option, and its text as the option. People must be "
        + "able to vote on it. Leave them out of other questions.";

    /// <summary>What is allowed of a clip, as the detail of a refusal.</summary>
    public static string ClipDetail { get; } = $"Use an https address of up to {Clip.Max} characters.";

    /// <summary>What is allowed of the conditions, as the detail of a refusal.</summary>
    public static string ConditionsDetail { get; } =
        $"Use up to {MaxConditions} different conditions, each with 1 to {Condition.Max} characters on one line.";

    /// <summary>Whether it is the address of a clip.</summary>
    public static bool IsClip(string? clip) => clip is null || (Clip.Allows(clip) && HttpsAddress.Is(clip));

    /// <summary>Whether they are valid options; capitals do not tell two options apart.</summary>
    public static bool AreOptions(ImmutableArray<string> options) =>
        AreTexts(options, Option, MaxOptions) && options.Length >= MinOptions;

    /// <summary>The same for the texts of sentences, which were checked when they were written.</summary>
    public static bool AreSentences(ImmutableArray<string> options) =>
        AreTexts(options, SentenceFields.Said, MaxOptions) && options.Length >= MinOptions;

    /// <summary>Whether they are valid in a letter, where two that named people may say the same.</summary>
    public static bool AreHeard(ImmutableArray<string> options) =>
        AreLines(options, SentenceFields.Said, MaxOptions) && options.Length >= MinOptions;

    /// <summary>Whether two options say the same; capitals do not tell them apart.</summary>
    public static bool AreAlike(ImmutableArray<string> options) =>
        options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != options.Length;

    /// <summary>Whether they are valid conditions; capitals do not tell two conditions apart.</summary>
    public static bool AreConditions(ImmutableArray<string> conditions) =>
        AreTexts(conditions, Condition, MaxConditions);

    private static bool AreTexts(ImmutableArray<string> texts, TextRule rule, int max) =>
        AreLines(texts, rule, max) && !AreAlike(texts);

    private static bool AreLines(ImmutableArray<string> texts, TextRule rule, int max) =>
        !texts.IsDefault && texts.Length <= max && texts.All(text => text is not null && rule.Allows(text));
}
