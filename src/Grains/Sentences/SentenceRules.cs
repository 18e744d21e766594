using PeerNet.Contracts;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Sentences;

/// <summary>Validates what is written. Refusals never contain the text itself.</summary>
internal static class SentenceRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(WriteSentence says)
    {
        return Unless(SentenceFields.Text.Allows(says.Text), "text", SentenceFields.Text.Detail)
        ?? Unless(!says.From.IsDefault, "from", SentenceFields.FromDetail)
        ?? Unless(
            says.From.IsEmpty || AreJoined(says), "from", SentenceFields.FromDetail)
        ?? Unless(
            says.From.IsEmpty != says.TableId is null,
            "tableId", "Say which table says it, or what it is joined from, and not both.");
    }

    /// <summary>The same for what a table has heard.</summary>
    public static Refusal? Check(AgreeToSentence heard) =>
        Unless(SentenceFields.Said.Allows(heard.Text), "text", SentenceFields.Said.Detail);

    /// <summary>The same for words to take out.</summary>
    public static Refusal? Check(TakeOutWords takeOut) =>
        TakenOut.WrongWith(takeOut) is { } wrong ? SentenceRefusals.Invalid("words", wrong) : null;

    private static bool AreJoined(WriteSentence says)
    {
        return says.From.Length is >= SentenceFields.MinJoined and <= SentenceFields.MaxJoined
            && says.From.AreDifferent();
    }

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : SentenceRefusals.Invalid(field, detail);
}
