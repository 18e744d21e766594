using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What came of a gathering that is over, beside the answers to its questions.</summary>
/// <param name="Sentences">What its tables have agreed to.</param>
/// <param name="Barriers">What was said to get in the way.</param>
/// <param name="Names">The names of the groups that raised those barriers.</param>
public sealed record WriteUp(
    ImmutableArray<SentenceDetails> Sentences,
    ImmutableArray<BarrierDetails> Barriers,
    IReadOnlyDictionary<GroupId, string> Names)
{
    /// <summary>How many tables' words are in the sentences that stand; null with too few tables to say.</summary>
    public FewOrMore? WordsStanding { get; init; }
}

/// <summary>Reads what the write-up of a gathering is made of.</summary>
internal static class WriteUpReading
{
    /// <summary>Returns everything that came of a gathering, as far as the caller may see it.</summary>
    public static async Task<WriteUp> ReadWriteUp(this Home home, GatheringId id, Caller by)
    {
        var barriers = await home.Barriers.ListOf(id, by);
        return new(
            (await home.Sentences(id).List(by)).Refused(out _, out var said) ? [] : [.. said.Where(IsAgreed)],
            barriers,
            await home.ReadNames(barriers.Select(barrier => barrier.Raised?.GroupId).OfType<GroupId>(), by))
        {
            WordsStanding = await home.Standing(id).CountTables(by),
        };
    }

    // Keepers see drafts, and everybody what was withdrawn.
    private static bool IsAgreed(SentenceDetails sentence) =>
        sentence.State is not (SentenceState.Draft or SentenceState.Withdrawn);
}
