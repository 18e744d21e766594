using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Practices;

namespace PeerNet.Gateway.Practices;

/// <summary>
/// Decides which cards of practices are kept. A neighbour may send anything; a card that no practice could have is
/// skipped.
/// </summary>
internal static class PracticeCardValidation
{
    /// <summary>The first invalid field, or null.</summary>
    public static string? FindFault(PracticeCard card)
    {
        if (!PracticeFields.Text.Allows(card.WeDid)) return "weDid";
        if (!PracticeFields.Text.Allows(card.Changed)) return "changed";
        if (!PracticeFields.Text.Allows(card.WasHard)) return "wasHard";
        return card.Thanks is null or (>= FewOrMore.MinGroups and <= PracticeFields.MaxThanks) ? null : "thanks";
    }
}
