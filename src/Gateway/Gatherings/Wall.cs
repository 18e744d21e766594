using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// What tables build together: a brick for each table that has said something. Bricks join where tables have joined
/// what they said. It says how many, and never which.
/// </summary>
/// <param name="Pieces">How many bricks each piece has, the longest first.</param>
public sealed record Wall(ImmutableArray<int> Pieces)
{
    /// <summary>How many tables have said something.</summary>
    public int Bricks => Pieces.Sum();

    /// <summary>How many of them have joined it with what others said.</summary>
    public int Joined => Pieces.Where(piece => piece > 1).Sum();

    /// <summary>The wall of what keepers see; null if nothing was said, and for anybody else.</summary>
    internal static Wall? Of(IEnumerable<SentenceDetails> sentences)
    {
        var said = sentences.Where(one => one.State != SentenceState.Withdrawn).ToList();
        var pieces = said.SelectMany(TablesOf).Distinct().Select(table => new HashSet<TableId> { table }).ToList();
        // What waits for a yes is not joined yet.
        foreach (var tables in said.Where(one => one.State != SentenceState.Draft).Select(TablesOf))
        {
            var touched = pieces.Where(piece => piece.Overlaps(tables)).ToList();
            foreach (var piece in touched.Skip(1))
            {
                touched[0].UnionWith(piece);
                pieces.Remove(piece);
            }
        }
        return pieces.Count == 0 ? null : new([.. pieces.Select(piece => piece.Count).OrderDescending()]);
    }

    private static TableId[] TablesOf(SentenceDetails sentence) =>
        [.. sentence.Agreed?.Select(yes => yes.TableId) ?? [], .. sentence.WaitsFor ?? []];
}
