using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Sentences;

/// <summary>Which sentences and tables one comes from. That never changes.</summary>
internal sealed partial record SentenceSet
{
    /// <summary>The sentences of single tables from which it was joined; itself if a table says it.</summary>
    public IReadOnlySet<SentenceId> RootsOf(SentenceId id) =>
        LineageOf(id).Append(id).Where(one => Find(one) is { Says.From.IsEmpty: true }).ToHashSet();

    /// <summary>Everything that it was joined from, at any depth.</summary>
    public IReadOnlySet<SentenceId> LineageOf(SentenceId id)
    {
        // Joins can share parents: each is looked at once.
        var found = new HashSet<SentenceId>();
        var waiting = new Stack<SentenceId>([id]);
        while (waiting.TryPop(out var next))
            foreach (var parent in Find(next)?.Says.From ?? [])
                if (found.Add(parent)) waiting.Push(parent);
        return found;
    }

    /// <summary>The tables whose words are at its roots.</summary>
    public IReadOnlySet<TableId> TablesOf(Sentence sentence) =>
        RootsOf(sentence.Id).Select(root => Find(root)!.Says.TableId!.Value).ToHashSet();

    /// <summary>Whether every table that it comes from has agreed to it.</summary>
    public bool IsAgreed(Sentence sentence) => TablesOf(sentence).All(table => sentence.Agreed.Contains(table));

    /// <summary>Whether every table that it comes from has agreed that anyone can read it.</summary>
    public bool IsForAllAreas(Sentence sentence) =>
        TablesOf(sentence).All(table => sentence.ForAllAreas.Contains(table));

    private bool IsJoinedFrom(SentenceId id, SentenceId other) => LineageOf(id).Contains(other);
}
