using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.Sentences;

/// <summary>The rules for the fields of sentences.</summary>
public static class SentenceFields
{
    /// <summary>The maximum number of sentences of one gathering, with those that are joined.</summary>
    public const int MaxSentences = 200;

    /// <summary>The maximum number of words, or groups of a few words, that one table says.</summary>
    public const int MaxWords = 6;

    /// <summary>
    /// The maximum number of sentences that one table says: up to three to look back, and the others for what it has
    /// made and for what comes of its words.
    /// </summary>
    public const int MaxSentencesOfTable = 6;

    /// <summary>The maximum number of definitions that one table says.</summary>
    public const int MaxDefinitions = 3;

    /// <summary>The minimum number of sentences that are joined.</summary>
    public const int MinJoined = 2;

    /// <summary>The maximum number of sentences that one is joined from.</summary>
    public const int MaxJoined = 20;

    /// <summary>What it says: as long as an option of a vote may be, because people vote on it.</summary>
    public static TextRule Text => GatheringFields.Option;

    /// <summary>The same once names are taken out of it: what replaces a name can be longer than the name.</summary>
    public static TextRule Said { get; } = TakenOut.LeftOf(Text);

    /// <summary>How many of a kind one table says; those that are withdrawn do not count.</summary>
    public static int MaxOfTable(SentenceKind kind) => kind switch
    {
        SentenceKind.Word => MaxWords,
        SentenceKind.Sentence => MaxSentencesOfTable,
        SentenceKind.Definition => MaxDefinitions,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is allowed of those that one is joined from, as the detail of a refusal.</summary>
    public static string FromDetail { get; } =
        $"Use {MinJoined} to {MaxJoined} different sentences of this gathering that people can vote on.";
}
