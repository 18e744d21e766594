using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Sentences;

/// <summary>The card of the gathering's sentences, for other areas and visitors.</summary>
internal sealed partial record SentenceSet
{
    /// <inheritdoc/>
    public SentencesCard? CardIn(AreaId area)
    {
        // As on pages: the shorter text first, so that no order says which table spoke first.
        ImmutableArray<SentenceOnCard> shared =
        [
            .. Sentences.Where(IsShared)
                .OrderBy(one => one.Says.Text.Length)
                .ThenBy(one => one.Says.Text, StringComparer.Ordinal)
                .Select(OnCard),
        ];
        if (shared.IsEmpty) return null;
        return new() { Area = area, Id = Id, Year = HeldOn!.Value.Year, Sentences = shared };
    }

    private bool IsShared(Sentence sentence) =>
        sentence is { CanBeJoined: true, IsReadable: true } && IsForAllAreas(sentence);

    private SentenceOnCard OnCard(Sentence sentence)
    {
        var tables = TablesOf(sentence).Count;
        return new(sentence.Says.Text, sentence.Says.Kind, FewOrMore.Of(tables, tables).Number);
    }
}
