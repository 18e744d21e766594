using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Gateway.NextSteps;

/// <summary>
/// Decides which cards of next steps are kept. A neighbour may send anything; a card that no step could have is
/// skipped.
/// </summary>
internal static class NextStepCardValidation
{
    /// <summary>The first invalid field, or null.</summary>
    public static string? FindFault(NextStepCard card)
    {
        if (!NextStepFields.Said.Allows(card.Text)) return "text";
        // Its day was named before it was taken on, which is the first thing that is said about it.
        if (card.DueOn.DayNumber > card.LastSaidOn.DayNumber + NextStepFields.MaxDays) return "dueOn";
        return card.State is NextStepState.Open or NextStepState.Done or NextStepState.Kept ? null : "state";
    }
}
