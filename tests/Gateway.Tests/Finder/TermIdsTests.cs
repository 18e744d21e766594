using CsCheck;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>A document's packed terms.</summary>
public sealed class TermIdsTests
{
    private static readonly Gen<SortedSet<int>> Ids =
        Gen.OneOf(Gen.Int[0, 300], Gen.Int[0, int.MaxValue]).Array[0, 80].Select(ids => new SortedSet<int>(ids));

    [Fact]
    public void What_is_packed_is_unpacked_the_facets_first() =>
        Gen.Select(Ids, Ids).Sample((facets, searched) =>
        {
            var packed = TermIds.Pack(facets, searched);
            var all = new List<int>();
            var first = new List<int>();
            foreach (var id in packed) all.Add(id);
            foreach (var id in packed.Facets) first.Add(id);
            Assert.Equal([.. facets, .. searched], all);
            Assert.Equal(facets, first);
        });
}
