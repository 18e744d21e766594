using CsCheck;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>The set of card numbers against the runtime's own, from a few numbers to bitmaps and back.</summary>
public sealed class CardSetTests
{
    private static readonly Gen<int[]> Numbers = Gen.OneOf(Gen.Int[0, 300].Array[0, 200], Gen.Int[0, 50_000].Array[0, 900], Gen.Int[0, 3_000].Array[500, 900]);

    [Fact]
    public void It_holds_what_was_added_and_not_removed_and_counts_it() =>
        Gen.Select(Numbers, Numbers, Numbers).Sample((first, removed, last) =>
        {
            var (set, model) = Made(first, removed, last);
            Assert.Equal(model.Count, set.Count);
            Assert.All(first.Concat(removed).Concat(last), number => Assert.Equal(model.Contains(number), set.Contains(number)));
        });

    [Fact]
    public void It_keeps_adds_and_takes_away_in_a_search() =>
        Gen.Select(Numbers, Numbers, Numbers).Sample((first, removed, others) =>
        {
            var ((set, model), (other, also)) = (Made(first, removed, []), Made(others, [], []));
            using var found = new Found(60_000);
            other.OrInto(found.Bits);
            Assert.Equal(also.Order(), found.Numbers());
            Assert.Equal(also.Intersect(model).Order(), found.Among(set));
            Assert.Equal(also.Intersect(model).Count(), set.CountIn(found.Bits));
            Assert.Equal(also.Overlaps(model), found.Meets(set));
            using var kept = found.Copy();
            using var without = found.Copy();
            using var both = found.Copy();
            kept.Keep(set);
            without.Drop(set);
            set.OrInto(both.Bits);
            Assert.Equal(also.Intersect(model).Order(), kept.Numbers());
            Assert.Equal(also.Except(model).Order(), without.Numbers());
            Assert.Equal(also.Union(model).Order(), both.Numbers());
            Assert.Equal(also.Union(model).Count(), both.Count);
        });

    [Fact]
    public void It_meets_each_of_its_numbers_and_no_other()
    {
        var (set, _) = Made([.. Enumerable.Range(0, 3_000)], [], []);
        // Bitmaps of every length, as machine words are taken several at once.
        foreach (var most in Enumerable.Range(1, 50).Select(words => words * 64))
        {
            using var found = new Found(most);
            found.Bits[(most - 1) >> 6] |= 1UL << (most - 1);
            Assert.Equal(most <= 3_000, found.Meets(set));
        }
    }

    private static (CardSet, HashSet<int>) Made(int[] first, int[] removed, int[] last)
    {
        var (set, model) = (new CardSet(), new HashSet<int>());
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
