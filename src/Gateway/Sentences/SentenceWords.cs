using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Sentences;

/// <summary>How pages speak about sentences, in English; keys of the translations.</summary>
internal static class SentenceWords
{
    public static string Of(SentenceKind kind) => kind switch
    {
        SentenceKind.Word => "A word, or a few",
        SentenceKind.Sentence => "A sentence",
        SentenceKind.Definition => "What something is: one answer of several",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How much a table can say.</summary>
    public static Sentence MaxOfTable { get; } = new(
        "A table can say up to {0} words, {1} sentences and {2} answers to what something is.",
        SentenceFields.MaxWords,
        SentenceFields.MaxSentencesOfTable,
        SentenceFields.MaxDefinitions);

    /// <summary>How a sentence stands.</summary>
    public static Sentence Standing(SentenceDetails sentence, GatheringState gathering) => sentence.State switch
    {
        SentenceState.Draft => new("Draft: not every table that it comes from has agreed."),
        SentenceState.Offered => new("Agreed aloud."),
        SentenceState.Votable when gathering == GatheringState.Closed => new("It does not stand."),
        SentenceState.Votable => new("It is put to the vote, so it stays as it is."),
        SentenceState.Standing => Liked(sentence),
        SentenceState.Earlier => new("It stood in {0}.", $"{sentence.Year}"),
        SentenceState.Withdrawn => new("Withdrawn."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How many people liked one that stands, in words.</summary>
    public static Sentence Liked(SentenceDetails sentence)
    {
        return sentence.IsLikedByMost == true
            ? new("More than half of those who voted like it.")
            : new("Liked by the most people, but not by more than half.");
    }

    /// <summary>Who can read one that its tables have agreed to.</summary>
    public static string Reach(SentenceDetails sentence)
    {
        if (sentence.Readers == Readers.MyArea) return "People in this area who are signed in can read it.";
        return sentence.State == SentenceState.Offered
            ? "Once it is put to the vote, anybody can read it, on the web and without signing in."
            : "Anybody can read it, on the web and without signing in.";
    }

    /// <summary>From how many tables a sentence was joined.</summary>
    public static Sentence Breadth(FewOrMore tables)
    {
        return tables.Number is { } number
            ? new("Joined from the words of {0} tables.", number)
            : new("Joined from the words of a few tables.");
    }

    /// <summary>From how many tables the words of those are that stand, or that stood in an earlier year.</summary>
    public static Sentence Standing(FewOrMore standing, int tables, bool isEarlier)
    {
        return (isEarlier, standing.Number) switch
        {
            (false, { } number) => new(
                "The sentences that stand include words from {0} of the {1} tables.", number, tables),
            (false, null) => new("The sentences that stand include words from some of the tables."),
            (true, { } number) => new(
                "The sentences that stood include words from {0} of the {1} tables.", number, tables),
            (true, null) => new("The sentences that stood include words from some of the tables."),
        };
    }

    /// <summary>What to do about a refusal, for people; where a text is missing, the record's own will do.</summary>
    public static Sentence Of(Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        ("sentence.field", "text") => "Enter something, up to 250 characters.",
        ("sentence.field", "tableId") => "Choose the table.",
        ("sentence.field", "words") when refusal.Detail == TakenOut.Words.Detail =>
            "Enter the words to take out, up to 40 characters.",
        ("sentence.nothing-left", _) =>
            "There would be nothing left to read. If the sentence is a name alone, ask a coordinator.",
        ("sentence.field" or "sentence.not-votable", "from") => "Choose at least two that are put to the vote.",
        ("gathering.field", "options" or "sentences") => "Choose at least two sentences, and at most 26.",
        ("gathering.field", "text") => "Enter what is asked.",
        ("sentence.not-open", _) => "The gathering is not open any more.",
        ("sentence.frozen", _) => "It is put to the vote, so it stays as it is. Write another sentence instead.",
        ("sentence.withdrawn", _) => "Somebody has withdrawn it.",
        ("sentence.other-text", _) => "Somebody has changed it. Read it back as it is now.",
        ("record.full", _) => new(
            "This gathering has {0} sentences, with those that are withdrawn. No more can be written.",
            SentenceFields.MaxSentences),
        ("sentence.asked", _) => "The room is asked about it, so it stays.",
        _ => refusal.Says(),
    };

    /// <summary>The same at the control that it is about, or at another one.</summary>
    public static FormErrors At(this Refusal refusal, string otherwise) =>
        [new(refusal.Field ?? otherwise, Of(refusal))];
}
