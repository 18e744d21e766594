using CsCheck;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Facets side by side, against the posting lists that they are made from.</summary>
public sealed class FacetMatrixTests
{
    // More than one step of its width, and more ids than a chunk has.
    private const int Lists = 20, MaxId = 140_000;

    private static readonly Gen<(int List, int Id)[]> Facets =
        Gen.Select(Gen.Int[0, Lists - 1], Gen.OneOf(Gen.Int[0, 600], Gen.Int[0, MaxId])).Array[0, 4_000];

    [Fact]
    public void It_counts_what_the_lists_count()
    {
        Gen.Select(Facets, Facets, Gen.Int[0, MaxId].Array[0, 900]).Sample((before, after, removed) =>
        {
            PostingList[] lists = [.. Enumerable.Range(0, Lists).Select(_ => new PostingList(PostingList.Fast))];
            var matrix = new FacetMatrix(Lists / 2);
            foreach (var (list, id) in before)
            {
                lists[list].Add(id);
                if (list < matrix.Columns) matrix.Add(list, id);
            }
            foreach (var list in lists[matrix.Columns..]) FillToChunks(list);
            foreach (var list in lists[matrix.Columns..]) matrix.AddColumn(list);
            foreach (var (list, id) in after)
            {
                lists[list].Add(id);
                matrix.Add(list, id);
            }
            foreach (var id in removed)
            {
                foreach (var list in lists) list.Remove(id);
                matrix.Remove(id);
            }
            using var found = new DocumentSet(MaxId + 1);
            foreach (var (_, id) in before) found.Bits[id >> 6] |= 1UL << id;
            Assert.Equal(lists.Select(list => list.CountIn(found.Bits)), matrix.CountIn(found.Bits));
        }, iter: 60);
    }

    // A list becomes a column once it is long.
    private static void FillToChunks(PostingList list)
    {
        for (var id = 0; list.Chunks == 0; id++) list.Add(id);
    }
}
