using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Gatherings;

/// <summary>One short sentence with a picture of the same.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Text">The sentence, in English; a key of the translations.</param>
public sealed record EasyStep(Pictogram Picture, string Text);

/// <summary>An afternoon in easy words: a picture and a sentence for each thing that people do.</summary>
internal static class EasySteps
{
    // A sheet is one page, and other areas may send thousands of characters.
    private const int MaxLines = 6;

    /// <summary>What comes before the questions.</summary>
    public static IReadOnlyList<EasyStep> Before { get; } =
    [
        new(Pictogram.House, "Come in, and take a dot at the door."),
        new(Pictogram.Table, "Sit with people who have dots of other colours."),
        new(Pictogram.Clock, "Before each question there is a quiet minute to think."),
    ];

    /// <summary>What comes after them, or holds for all of them.</summary>
    public static IReadOnlyList<EasyStep> After { get; } =
    [
        new(Pictogram.Heart, "You do not have to vote, and nobody asks you why."),
        new(Pictogram.Hand, "Someone you trust can raise a hand for you."),
        new(Pictogram.Cup, "Take a break when you need one."),
        new(Pictogram.House, "Later, your group can read what came of it."),
    ];

    /// <summary>Its sentences, a line each, or all of it in one paragraph if that would be too many.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
    {
        List<string> sentences = [.. EasyWords.SentencesOf(text)];
        return sentences.Count > MaxLines ? [text] : sentences;
    }

    /// <summary>What people do when a question is asked.</summary>
    public static EasyStep Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Quiz => new(Pictogram.Hand, "Say yes, no, maybe, or it depends."),
        QuestionKind.Thumbs => new(Pictogram.Hand, "Show your thumb: up, in the middle, or down."),
        QuestionKind.Vote => new(Pictogram.Hand, "Raise a hand for each one that you could live with."),
        QuestionKind.Voices => new(Pictogram.Hand, "Choose up to three things."),
        QuestionKind.Mirror => new(Pictogram.Hand, "Hold up the card that fits you today."),
        QuestionKind.WarmUp => new(Pictogram.Table, "Do it together at your table."),
        QuestionKind.Words => new(Pictogram.Pencil, "Write one word on each card."),
        QuestionKind.Reflection => new(Pictogram.Pencil, "Agree at your table on up to three sentences."),
        QuestionKind.QuestionsAndAnswers => new(Pictogram.Speech, "Ask what you like."),
        QuestionKind.Joining => new(Pictogram.Table, "Two tables can write one sentence together."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
