using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>Whatever keepers write, join, agree to and withdraw, in any order.</summary>
public sealed class SentenceProperties
{
    private const int Numbers = 9, Tables = 6;

    private static readonly Gen<(int Act, int Number, int Table, int[] Parents)> SomeAct = Gen.Select(
        Gen.Int[0, 14], Gen.Int[1, Numbers], Gen.Int[1, Tables], Gen.Int[1, Numbers].Array[2, 3]);

    private static readonly Gen<SentenceSet> AnySet = SomeAct.Array[0, 80].Select(acts => acts.Aggregate(AFewOf(), Do));

    [Fact]
    public void None_comes_from_itself_and_all_come_from_tables()
    {
        AnySet.Sample(set =>
        {
            foreach (var sentence in set.Sentences)
            {
                Assert.DoesNotContain(sentence.Id, set.LineageOf(sentence.Id));
                Assert.InRange(set.TablesOf(sentence).Count, 1, Tables);
                Assert.True(set.TablesOf(sentence).Count <= set.RootsOf(sentence.Id).Count);
            }
        }, iter: 1000);
    }

    [Fact]
    public void The_roots_of_a_join_are_those_of_its_parents_together()
    {
        AnySet.Sample(set =>
        {
            foreach (var join in set.Sentences.Where(one => !one.Says.From.IsEmpty))
                Assert.True(set.RootsOf(join.Id).SetEquals(join.Says.From.SelectMany(set.RootsOf)));
        }, iter: 1000);
    }

    [Fact]
    public void None_is_put_to_the_vote_without_every_table_and_no_table_has_more_of_a_kind_than_it_may()
    {
        AnySet.Sample(set =>
        {
            Assert.All(set.Sentences.Where(one => one.IsVotable), one => Assert.True(set.IsAgreed(one)));
            Assert.All(
                set.Sentences.Where(one => one is { IsWithdrawn: false, Says.TableId: not null })
                    .GroupBy(one => (one.Says.TableId, one.Says.Kind)),
                same => Assert.InRange(same.Count(), 1, SentenceFields.MaxOfTable(same.Key.Kind)));
        }, iter: 1000);
    }

    [Fact]
    public void Withdrawing_one_changes_no_other()
    {
        Gen.Select(AnySet, Gen.Int[1, Numbers]).Sample((set, number) =>
        {
            if (set.Withdraw(Said(number), ForKeeper).Refused(out _, out var without)) return;
            foreach (var other in set.Sentences.Where(one => one.Id != Said(number)))
            {
                Assert.Same(other, without.Find(other.Id));
                Assert.True(set.RootsOf(other.Id).SetEquals(without.RootsOf(other.Id)));
            }
        }, iter: 1000);
    }

    [Fact]
    public void A_text_that_people_can_vote_on_never_changes()
    {
        Gen.Select(AnySet, SomeAct.Array[0, 40]).Sample((set, acts) =>
        {
            var later = acts.Aggregate(set, Do);
            Assert.All(set.ListVotable(), one => Assert.Equal(one.Text, later.Find(one.Id)!.Says.Text));
        }, iter: 1000);
    }

    [Fact]
    public void As_many_stand_as_people_liked_and_were_not_withdrawn()
    {
        Gen.Select(AnySet, Gen.Int[1, Numbers].Array[0, 5]).Sample((set, liked) =>
        {
            var room = Closed with { Voted = Liked([.. liked.Distinct()]) };
            var expected = set.ListVotable().Select(one => one.Id).Intersect(liked.Select(Said));
            Assert.True(expected.ToHashSet().SetEquals(set.StandingIn(room, Day).Items.Select(one => one.Id)));
        }, iter: 1000);
    }

    [Fact]
    public void How_many_tables_words_stand_is_said_only_where_it_points_at_none_of_them()
    {
        Gen.Select(AnySet, Gen.Int[1, Numbers].Array[0, 5]).Sample((set, liked) =>
        {
            var room = Closed with { Voted = Liked([.. liked.Distinct()]) };
            var standing = set.StandingIn(room, Day).Items.Select(one => set.TablesOf(set.Find(one.Id)!)).ToList();
            var all = standing.SelectMany(tables => tables).Distinct().Count();
            var said = set.WordsStanding(room)!;
            Assert.Equal(all > 0, said.IsAny);
            if (said.Number is not { } number)
                Assert.True(all < 4 || standing.All(one => one.Count != all && one.Count > all - 4));
            else
            {
                Assert.Equal(all, number);
                Assert.InRange(number, 4, Tables);
                Assert.DoesNotContain(standing, one => one.Count > number - 4 && standing.All(
                    other => other.Count <= one.Count && one.Count < number));
            }
        }, iter: 1000);
    }

    [Fact]
    public void Other_areas_read_nothing_that_a_table_of_it_keeps_at_home()
    {
        AnySet.Sample(set =>
        {
            var read = set.CardIn(Abroad.East)?.Sentences.Length ?? 0;
            var shared = set.Sentences.Count(one => one is { IsVotable: true, IsWithdrawn: false }
                && set.RootsOf(one.Id).All(root => one.ForAllAreas.Contains(set.Find(root)!.Says.TableId!.Value)));
            Assert.Equal(shared, read);
            Assert.All(set.Sentences, one => Assert.Empty(one.ForAllAreas.Except(one.Agreed)));
        }, iter: 1000);
    }

    private static SentenceSet AFewOf() => new SentenceSet().With(1, 1).With(2, 2).With(3, 3);

    private static SentenceSet Do(SentenceSet set, (int Act, int Number, int Table, int[] Parents) act)
    {
        var id = Said(act.Number);
        Result<SentenceSet> next = act.Act switch
        {
            0 or 1 => set.Write(act.Number, ByTable(act.Table, $"Text {act.Parents[0]}") with
            {
                Kind = (SentenceKind)(act.Parents[1] % 3),
            }),
            > 10 => set.Write(act.Number, ByTable(1) with { Kind = SentenceKind.Definition }),
            2 or 3 => set.Write(act.Number, JoinedFrom([.. act.Parents.Distinct()])),
            4 or 5 => set.Find(id) is { } known ? AllAgree(set, known) : set,
            6 => set.Agree(id, At(act.Table), ForKeeper),
            7 or 8 => set.PutToVote(id, ForKeeper),
            9 => set.Withdraw(id, ForKeeper),
            _ => set.Find(id) is { } heard
                ? set.Agree(id, At(act.Table), new(heard.Says.Text) { Readers = Readers.AllAreas }, ForKeeper)
                : set,
        };
        return next.Refused(out _, out var done) ? set : done;
    }

    private static Result<SentenceSet> AllAgree(SentenceSet set, Sentence sentence)
    {
        return set.TablesOf(sentence).Aggregate(
            (Result<SentenceSet>)set,
            (agreed, table) => agreed.Then(one => one.Agree(sentence.Id, table, ForKeeper)));
    }
}
