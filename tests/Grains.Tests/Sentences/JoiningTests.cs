using PeerNet.Contracts;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>Sentences that tables join, and what becomes of those that they come from.</summary>
public sealed class JoiningTests
{
    [Fact]
    public void A_join_waits_for_every_table_and_leaves_its_parents_as_they_are()
    {
        var join = AJoin();
        Assert.Equal(new[] { At(1), At(3) }, join.Seen(4).WaitsFor!.Value.Order(ById));
        Assert.Equal(SentenceState.Draft, join.Agreed(4, 1).StateOf(4));
        Assert.Equal("sentence.needs-every-table", join.Agreed(4, 1).PutToVote(Said(4), ForKeeper).No());
        var agreed = join.Agreed(4, 1, 3);
        Assert.Equal(SentenceState.Offered, agreed.StateOf(4));
        Assert.Equal(SentenceState.Votable, agreed.PutToVote(Said(4), ForKeeper).Yes().StateOf(4));
        Assert.Equal((SentenceState.Votable, SentenceState.Votable), (agreed.StateOf(1), agreed.StateOf(3)));
        Assert.Equal([Said(4)], agreed.Seen(1, ForOthers).JoinedInto);
        Assert.Empty(join.Seen(1, ForOthers).JoinedInto);
    }

    [Fact]
    public void Its_roots_are_those_of_all_that_it_comes_from()
    {
        var deep = AJoin().Agreed(4, 1, 3).PutToVote(Said(4), ForKeeper).Yes()
            .With(2, 2).Write(5, JoinedFrom(4, 2)).Yes();
        Assert.Equal(new[] { Said(1), Said(2), Said(3) }, deep.RootsOf(Said(5)).OrderBy(id => id.Value));
        Assert.Equal(new[] { Said(1), Said(2), Said(3), Said(4) }, deep.LineageOf(Said(5)).OrderBy(id => id.Value));
        Assert.Equal(3, deep.TablesOf(deep.Find(Said(5))!).Count);
    }

    [Fact]
    public void However_often_joins_share_their_parents_each_is_looked_at_once()
    {
        var deep = new SentenceSet().With(1, 1).With(2, 2);
        for (var next = 3; next <= 60; next++)
        {
            deep = deep.Write(next, JoinedFrom(next - 1, next - 2)).Yes().Agreed(next, 1, 2)
                .PutToVote(Said(next), ForKeeper).Yes();
        }
        Assert.Equal(new[] { Said(1), Said(2) }, deep.RootsOf(Said(60)).OrderBy(id => id.Value));
        Assert.Equal(59, deep.LineageOf(Said(60)).Count);
    }

    [Fact]
    public void Only_what_people_can_vote_on_is_joined()
    {
        var offered = new SentenceSet().With(1, 1).Write(3, ByTable(3)).Yes().Agreed(3, 3);
        Assert.Equal("sentence.not-votable", offered.Write(4, JoinedFrom(1, 3)).No());
        Assert.Equal("sentence.not-votable", offered.Write(4, JoinedFrom(1, 9)).No());
        var withdrawn = new SentenceSet().With(1, 1).With(3, 3).Withdraw(Said(3), ForKeeper).Yes();
        Assert.Equal("sentence.not-votable", withdrawn.Write(4, JoinedFrom(1, 3)).No());
    }

    [Fact]
    public void None_is_joined_from_itself_by_any_way()
    {
        var join = AJoin().Agreed(4, 1, 3).PutToVote(Said(4), ForKeeper).Yes();
        Assert.Equal("sentence.cycle", join.Write(1, JoinedFrom(4, 3)).No());
        Assert.Equal("sentence.cycle", join.Write(4, JoinedFrom(4, 3)).No());
        Assert.Equal("sentence.cycle", join.Write(9, JoinedFrom(9, 3)).No());
    }

    [Fact]
    public void What_it_comes_from_stays_the_same()
    {
        var join = AJoin().With(2, 2);
        Assert.Equal("sentence.field", join.Write(4, JoinedFrom(1, 2)).No());
        var changed = join.Agreed(4, 1).Write(4, JoinedFrom(1, 3) with { Text = "As equals" }).Yes();
        Assert.Equal(2, changed.Seen(4).WaitsFor!.Value.Length);
    }

    [Fact]
    public void Withdrawing_one_changes_nothing_of_what_was_joined_from_it()
    {
        var join = AJoin();
        var without = join.Withdraw(Said(1), ForKeeper).Yes();
        Assert.Same(join.Find(Said(4)), without.Find(Said(4)));
        Assert.Equal(join.RootsOf(Said(4)), without.RootsOf(Said(4)));
        Assert.Equal(SentenceState.Offered, without.Agreed(4, 1, 3).StateOf(4));
        Assert.Equal("Sentence 1", without.Seen(1, ForOthers).Says.Text);
    }

    [Fact]
    public void Breadth_is_a_number_from_four_tables_on()
    {
        var set = Enumerable.Range(1, 4).Aggregate(new SentenceSet(), (all, table) => all.With(table, table));
        Assert.Equal(new FewOrMore(true, null), set.Write(9, JoinedFrom(1, 2, 3)).Yes().Seen(9).Breadth);
        Assert.Equal(new FewOrMore(true, 4), set.Write(9, JoinedFrom(1, 2, 3, 4)).Yes().Seen(9).Breadth);
        // A table counts once.
        var twice = set.With(5, 1);
        Assert.Equal(new FewOrMore(true, null), twice.Write(9, JoinedFrom(1, 2, 3, 5)).Yes().Seen(9).Breadth);
    }

    private static readonly Comparer<PeerNet.Contracts.Gatherings.TableId> ById =
        Comparer<PeerNet.Contracts.Gatherings.TableId>.Create((one, other) => one.Value.CompareTo(other.Value));
}
