using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>Which sentences other areas can read.</summary>
public sealed class CardTests
{
    private static readonly GatheringStanding ForCoordinators = ForOthers with { CanTakeOut = true };

    private static readonly SentenceSet Offered = new SentenceSet().Write(1, ByTable(1)).Yes().Shared(1, 1);

    private static readonly SentenceSet One = Offered.PutToVote(Said(1), ForKeeper).Yes();

    [Fact]
    public void Other_areas_read_a_sentence_once_its_table_agreed_to_that_and_it_is_put_to_the_vote()
    {
        Assert.Null(new SentenceSet().Write(1, ByTable(1)).Yes().CardIn(Abroad.East));
        Assert.Null(Offered.CardIn(Abroad.East));
        Assert.Equal(Readers.AllAreas, Offered.Seen(1, ForOthers).Readers);
        var card = One.CardIn(Abroad.East)!;
        Assert.Equal((Abroad.East, TheGathering, Day.Year), (card.Area, card.Id, card.Year));
        Assert.Equal([new SentenceOnCard("Together", SentenceKind.Sentence, null)], card.Sentences);
    }

    [Fact]
    public void Unless_its_table_says_otherwise_it_stays_in_the_area()
    {
        var kept = new SentenceSet().With(1, 1);
        Assert.Null(kept.CardIn(Abroad.East));
        Assert.Null(FaceOf(kept));
        Assert.Equal(Readers.MyArea, kept.Seen(1, ForOthers).Readers);
        Assert.Single(kept.Shared(1, 1).CardIn(Abroad.East)!.Sentences);
        Assert.Equal(["Together"], Texts(kept.Write(2, ByTable(2)).Yes().Shared(2, 2)
            .PutToVote(Said(2), ForKeeper).Yes()));
    }

    [Fact]
    public void A_table_thinks_again_as_long_as_the_gathering_is_open()
    {
        Assert.Same(One, One.Shared(1, 1));
        var back = One.Agreed(1, 1);
        Assert.Null(back.CardIn(Abroad.East));
        Assert.Equal(Readers.MyArea, back.Seen(1, ForOthers).Readers);
        Assert.Equal([At(1)], back.Find(Said(1))!.Agreed);
        Assert.Equal(Digest.Of(FaceOf(One)!), Digest.Of(FaceOf(back.Shared(1, 1))!));
        var heard = new AgreeToSentence("Together");
        Assert.Equal("gathering.keepers-only", One.Agree(Said(1), At(1), heard, ForOthers).No());
    }

    [Fact]
    public void After_the_gathering_a_table_takes_it_back_from_other_areas_and_never_the_other_way()
    {
        var heard = new AgreeToSentence("Together");
        var back = One.Agree(Said(1), At(1), heard, Closed).Yes();
        Assert.Null(back.CardIn(Abroad.East));
        Assert.Equal("Together", back.Seen(1, ForOthers).Says.Text);
        Assert.Same(back, back.Agree(Said(1), At(1), heard, Closed).Yes());
        var wider = heard with { Readers = Readers.AllAreas };
        Assert.Equal("sentence.not-open", back.Agree(Said(1), At(1), wider, Closed).No());
        Assert.Equal("sentence.not-open", One.Agree(Said(1), At(2), heard, Closed).No());
        Assert.Equal("sentence.other-text", One.Agree(Said(1), At(1), new("As one"), Closed).No());
        var keeper = Closed with { KeptFor = null };
        Assert.Equal("gathering.keepers-only", One.Agree(Said(1), At(1), heard, keeper).No());
        var join = AJoin();
        Assert.Equal("sentence.not-open", join.Agree(Said(4), At(1), new("Together, as equals"), Closed).No());
    }

    [Fact]
    public void A_yes_to_other_areas_is_for_the_text_that_was_heard()
    {
        var changed = Offered.Write(1, ByTable(1, "As equals")).Yes().Agreed(1, 1);
        Assert.Null(changed.PutToVote(Said(1), ForKeeper).Yes().CardIn(Abroad.East));
        var word = Offered.Write(1, ByTable(1) with { Kind = SentenceKind.Word }).Yes();
        Assert.Equal([SentenceKind.Word],
            word.PutToVote(Said(1), ForKeeper).Yes().CardIn(Abroad.East)!.Sentences.Select(one => one.Kind));
    }

    [Fact]
    public void What_tables_joined_is_read_elsewhere_if_each_of_them_says_so()
    {
        var join = AJoin();
        Assert.Null(join.Shared(4, 1).Agreed(4, 3).PutToVote(Said(4), ForKeeper).Yes().CardIn(Abroad.East));
        var both = join.Shared(4, 1, 3).PutToVote(Said(4), ForKeeper).Yes();
        // What it was joined from stays at home: nobody has agreed to that.
        Assert.Equal(["Together, as equals"], Texts(both));
        Assert.Null(both.Agreed(4, 3).CardIn(Abroad.East));
    }

    [Fact]
    public void From_four_tables_on_it_says_how_many_and_never_which()
    {
        var set = new SentenceSet().With(1, 1).With(2, 2).With(3, 3).With(4, 4);
        var three = set.Write(5, JoinedFrom(1, 2, 3)).Yes().Shared(5, 1, 2, 3).PutToVote(Said(5), ForKeeper).Yes();
        Assert.Null(Assert.Single(three.CardIn(Abroad.East)!.Sentences).Breadth);
        var four = set.Write(5, JoinedFrom(1, 2, 3, 4)).Yes().Shared(5, 1, 2, 3, 4)
            .PutToVote(Said(5), ForKeeper).Yes();
        Assert.Equal(4, Assert.Single(four.CardIn(Abroad.East)!.Sentences).Breadth);
        var json = System.Text.Json.JsonSerializer.Serialize(four.CardIn(Abroad.East), PeerNetJson.Options);
        string[] ids =
            [.. Enumerable.Range(1, 6).Select(table => $"{At(table)}"), .. four.Sentences.Select(one => $"{one.Id}")];
        Assert.All(ids, id => Assert.DoesNotContain(id, json, StringComparison.Ordinal));
    }

    [Fact]
    public void No_order_says_which_was_written_first()
    {
        var set = new SentenceSet().Write(1, ByTable(1, "Slowly but surely")).Yes()
            .Write(2, ByTable(2, "Kindly")).Yes()
            .Write(3, ByTable(3, "Gently")).Yes();
        var shared = Enumerable.Range(1, 3).Aggregate(
            set, (one, number) => one.Shared(number, number).PutToVote(Said(number), ForKeeper).Yes());
        Assert.Equal(["Gently", "Kindly", "Slowly but surely"], Texts(shared));
    }

    [Fact]
    public void A_sentence_that_is_withdrawn_is_gone_elsewhere_and_others_stay()
    {
        var two = One.Write(2, ByTable(2, "Kindly")).Yes().Shared(2, 2).PutToVote(Said(2), ForKeeper).Yes();
        Assert.Equal(["Kindly", "Together"], Texts(two));
        var withdrawn = two.Withdraw(Said(1), ForKeeper).Yes();
        Assert.Equal(["Kindly"], Texts(withdrawn));
        Assert.Equal(Readers.MyArea, withdrawn.Seen(1).Readers);
        Assert.Null(withdrawn.Withdraw(Said(2), ForKeeper).Yes().CardIn(Abroad.East));
    }

    [Fact]
    public void A_name_that_is_taken_out_is_gone_elsewhere_too()
    {
        var named = One.Write(2, ByTable(2, "Ask Robin")).Yes().Shared(2, 2).PutToVote(Said(2), ForKeeper).Yes();
        var taken = named.TakeOut(Said(2), new("Robin"), ForKeeper).Yes();
        Assert.Equal(["Together", "Ask [taken out]"], Texts(taken));
        Assert.NotEqual(Digest.Of(FaceOf(named)!), Digest.Of(FaceOf(taken)!));
        Assert.Equal(["Together"], Texts(taken.TakeOut(Said(2), new("Ask"), ForCoordinators).Yes()));
    }

    [Fact]
    public void Only_keepers_see_which_table_has_said_what()
    {
        var join = AJoin().Shared(4, 1).Agreed(4, 3);
        Assert.Equal(
            [new(At(1), Readers.AllAreas), new(At(3), Readers.MyArea)], join.Seen(4).Agreed!.Value);
        Assert.Null(join.Seen(4, ForOthers).Agreed);
        Assert.Equal(Readers.MyArea, join.Seen(4, ForOthers).Readers);
    }

    private static object? FaceOf(SentenceSet set) => ((IHasFace)set).Face();

    private static IEnumerable<string> Texts(SentenceSet set) =>
        set.CardIn(Abroad.East)!.Sentences.Select(one => one.Text);
}
