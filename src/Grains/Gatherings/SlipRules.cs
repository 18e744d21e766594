using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>What one person can choose with a slip.</summary>
internal static class SlipRules
{
    /// <summary>Returns a refusal of choices that one person cannot make, or null.</summary>
    public static Refusal? Check(ImmutableArray<string> choices, AskQuestion asks)
    {
        var boxes = SheetBoxes.Of(asks);
        if (choices.IsDefault || choices.Any(choice => !boxes.Contains(choice)))
            return GatheringRefusals.Invalid("choices").Saying("Use only {0}.", string.Join(", ", boxes));
        if (choices.Distinct().Count() != choices.Length)
            return GatheringRefusals.Invalid("choices", "Choose each only once.");
        return asks.Kind switch
        {
            QuestionKind.Quiz or QuestionKind.Thumbs or QuestionKind.Mirror =>
                Unless(choices.Length == 1, "Choose one."),
            QuestionKind.Vote => null,
            QuestionKind.Voices => Unless(
                choices.Length <= GatheringFields.VoicesEach, $"Choose up to {GatheringFields.VoicesEach}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The places of the chosen boxes on the sheet.</summary>
    public static ImmutableArray<int> PlacesOf(ImmutableArray<string> choices, AskQuestion asks)
    {
        var boxes = SheetBoxes.Of(asks);
        return [.. choices.Select(choice => boxes.IndexOf(choice)).Order()];
    }

    private static Refusal? Unless(bool isAllowed, string detail) =>
        isAllowed ? null : GatheringRefusals.Invalid("choices", detail);
}
