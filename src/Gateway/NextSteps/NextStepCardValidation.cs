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
        if (!NextStepFields.Text.Allows(card.Text)) return "text";
        return card.State is NextStepState.Open or NextStepState.Done or NextStepState.Kept ? null : "state";
    }
}
