using CsCheck;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Posting lists against the runtime's own sets, from a few document ids to bitmaps and back.</summary>
public sealed class PostingListTests
{
    private static readonly Gen<int[]> Numbers = Gen.OneOf(
        Gen.Int[0, 300].Array[0, 200],
        Gen.Int[0, 50_000].Array[0, 900],
        Gen.Int[0, 3_000].Array[500, 900],
        Gen.Int[0, 199_999].Array[500, 900]);

    private static readonly Gen<int> MaxIds = Gen.OneOf(Gen.Const(PostingList.Fast), Gen.Const(PostingList.Compact));

    [Fact]
    public void It_holds_what_was_added_and_not_removed_and_counts_it() =>
        Gen.Select(Numbers, Numbers, Numbers, MaxIds).Sample((first, removed, last, maxIds) =>
        {
            var (set, model) = Made(first, removed, last, maxIds);
            Assert.Equal(model.Count, set.Count);
            Assert.All(
                first.Concat(removed).Concat(last),
                number => Assert.Equal(model.Contains(number), set.Contains(number)));
        });

    [Fact]
    public void It_intersects_adds_and_removes_in_a_search() =>
        Gen.Select(Numbers, Numbers, Numbers, MaxIds).Sample((first, removed, others, maxIds) =>
        {
            var (set, model) = Made(first, removed, [], maxIds);
            var (other, also) = Made(others, [], [], maxIds);
            using var found = new DocumentSet(200_000);
            other.OrInto(found.Bits);
            Assert.Equal(also.Order(), found.Ids());
            Assert.Equal(also.Intersect(model).Order(), Collected(set, found));
            Assert.Equal(also.Intersect(model).Count(), set.CountIn(found.Bits));
            Assert.Equal(also.Overlaps(model), found.Intersects(set));
            using var kept = found.Copy();
            using var without = found.Copy();
            using var both = found.Copy();
            kept.And(set);
            without.AndNot(set);
            set.OrInto(both.Bits);
            Assert.Equal(also.Intersect(model).Order(), kept.Ids());
            Assert.Equal(also.Except(model).Order(), without.Ids());
            Assert.Equal(also.Union(model).Order(), both.Ids());
            Assert.Equal(also.Union(model).Count(), both.Count);
        });

    [Theory]
    [InlineData(PostingList.Fast)]
    [InlineData(PostingList.Compact)]
    public void It_contains_each_of_its_numbers_and_no_other(int maxIds)
    {
        var (set, _) = Made([.. Enumerable.Range(0, 3_000)], [], [], maxIds);
        // Bitmaps of every length, as machine words are taken several at once.
        foreach (var most in Enumerable.Range(1, 50).Select(words => words * 64))
        {
            using var found = new DocumentSet(most);
            found.Bits[(most - 1) >> 6] |= 1UL << (most - 1);
            Assert.Equal(most <= 3_000, found.Intersects(set));
        }
    }

    private static List<int> Collected(PostingList list, DocumentSet found)
    {
        var collected = new List<int>();
        list.Collect(found.Bits, collected);
        return collected;
    }

    private static (PostingList, HashSet<int>) Made(int[] first, int[] removed, int[] last, int maxIds)
    {
        var set = new PostingList(maxIds);
        var model = new HashSet<int>();
        Add(first);
        foreach (var number in removed)
        {
            model.Remove(number);
            set.Remove(number);
        }
        Add(last);
        return (set, model);

        void Add(int[] numbers)
        {
            foreach (var number in numbers) set.Add(number);
            model.UnionWith(numbers);
        }
    }
}
