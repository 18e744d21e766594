using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Gateway.Sentences;

/// <summary>
/// Decides which cards of sentences are kept. A neighbour may send anything; a card that no gathering's sentences could
/// have is skipped.
/// </summary>
internal static class SentencesCardValidation
{
    private const int MinYear = 2000, MaxYear = 2999;

    /// <summary>The first invalid field, or null.</summary>
    public static string? FindFault(SentencesCard card)
    {
        if (card.Year is < MinYear or > MaxYear) return "year";
        if (card.Sentences is not { IsDefault: false, Length: > 0 and <= SentenceFields.MaxSentences })
            return "sentences";
        return card.Sentences.Select(FindFault).FirstOrDefault(fault => fault is not null);
    }

    private static string? FindFault(SentenceOnCard? sentence)
    {
        if (sentence is not { Text: not null } || !SentenceFields.Said.Allows(sentence.Text)) return "text";
        return sentence.Breadth is null or (>= FewOrMore.MinGroups and <= GatheringFields.MaxTables) ? null : "breadth";
    }
}
