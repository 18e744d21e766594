using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;

namespace PeerNet.Grains.Gatherings;

/// <summary>Validates mirror questions: keepers choose one, and do not write it.</summary>
internal static class MirrorRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(AskQuestion asks)
    {
        if (asks.Kind != QuestionKind.Mirror)
            return Unless(asks.Mirror is null, "mirror", "Only a mirror question has one. Leave it out.")
                ?? Unless(asks.LensId is null, "lensId", LensDetail);
        if (asks.Mirror is not { } topic)
            return GatheringRefusals.Invalid("mirror", "Choose one of the mirror questions.");
        var text = MirrorTexts.Of(topic).Text;
        return Unless(asks.Text == text, "text", $"Use the text of the mirror question: “{text}”")
            ?? Unless(asks.EasyText is null, "easyText", "A mirror question has its own words. Leave it out.")
            ?? Unless(asks.LensId is null == (topic != MirrorTopic.Rung), "lensId", LensDetail);
    }

    /// <summary>
    /// Returns a refusal of a question about a rung whose options are not the steps of its lens, or null.
    /// </summary>
    /// <param name="asks">The question.</param>
    /// <param name="ladder">The lens; null if there is none.</param>
    public static Refusal? Check(AskQuestion asks, AddLens? ladder)
    {
        if (asks.LensId is null) return null;
        if (ladder is null) return GatheringRefusals.Invalid("lensId", "Use a lens of this area.");
        return Unless(
            ladder.Steps.Length is >= GatheringFields.MinOptions and <= GatheringFields.MaxRungs,
            "lensId", $"Use a lens with {GatheringFields.MinOptions} to {GatheringFields.MaxRungs} steps.")
            ?? Unless(
                asks.Options.SequenceEqual(ladder.Steps), "options", "Use the steps of the lens, in their order.");
    }

    private const string LensDetail = "A mirror question about a rung names a lens. Leave it out of other questions.";

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : GatheringRefusals.Invalid(field, detail);
}
