using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>Which sentences stand after a vote: several, or none, and never the one.</summary>
public sealed class StandingTests
{
    private static readonly AskQuestion ASentenceVote =
        AVote with { Sentences = [Said(1), Said(2), Said(3), Said(4)] };

    private static readonly VotableSentence[] Votable =
        [.. Letters.Index().Select(one => new VotableSentence(Said(one.Index + 1), one.Item))];

    [Fact]
    public void What_more_than_half_like_stands_side_by_side()
    {
        var room = Voted(FourTables).StandingFor(BySam);
        Assert.Equal([new(Said(1), true), new(Said(2), true)], room.Voted.OrderBy(one => one.Id.Value));
        Assert.False(room.IsKeeper);
        Assert.True(Voted(FourTables).StandingFor(ByLead).IsKeeper);
    }

    [Fact]
    public void Tables_whose_words_stand_are_counted_once_and_what_was_withdrawn_is_not()
    {
        var set = new SentenceSet().With(1, 1).With(2, 2).With(3, 3).With(5, 5).With(6, 1);
        var join = set.Write(4, JoinedFrom(1, 2, 3, 5)).Yes().Agreed(4, 1, 2, 3, 5).PutToVote(Said(4), ForKeeper).Yes();
        var room = Closed with { Voted = Liked(4, 5, 6) };
        Assert.Equal(new(true, 4), join.WordsStanding(room));
        Assert.Equal(new(true, null), join.WordsStanding(room with { Voted = Liked(1, 2, 3, 6) }));
        Assert.Equal(FewOrMore.None, join.WordsStanding(Closed));
        Assert.Null(join.WordsStanding(room with { Tables = [.. room.Tables.Take(3)] }));
        Assert.Null(join.WordsStanding(GatheringStanding.None));
        var withdrawn = join.Withdraw(Said(4), ForKeeper).Yes();
        Assert.Equal(new(true, null), withdrawn.WordsStanding(room));
    }

    [Fact]
    public void Of_a_join_and_one_table_more_nobody_is_told_that_it_is_one_more()
    {
        var set = new SentenceSet().With(1, 1).With(2, 2).With(3, 3).With(5, 4).With(6, 5);
        var join = set.Write(4, JoinedFrom(1, 2, 3, 5)).Yes().Agreed(4, 1, 2, 3, 4).PutToVote(Said(4), ForKeeper).Yes();
        Assert.Equal(new(true, 4), join.WordsStanding(Closed with { Voted = Liked(4) }));
        Assert.Equal(new(true, null), join.WordsStanding(Closed with { Voted = Liked(4, 6) }));
        Assert.Equal(new(true, 5), set.WordsStanding(Closed with { Voted = Liked(1, 2, 3, 5, 6) }));
    }

    [Fact]
    public void If_none_is_liked_by_most_those_liked_most_stand_and_say_so()
    {
        var room = Voted(Hands(1, 20, 20, 9, 9, 5, 0)).StandingFor(BySam);
        Assert.Equal([new(Said(1), false), new(Said(2), false)], room.Voted.OrderBy(one => one.Id.Value));
    }

    [Fact]
    public void If_nobody_votes_or_nothing_is_counted_none_stands()
    {
        Assert.Empty(Voted(Hands(1, 6, 0, 0, 0, 0, 0)).StandingFor(BySam).Voted);
        Assert.Empty(Asking(6).Closed().StandingFor(BySam).Voted);
        Assert.Empty(Asking(6).With(FourTables[0]).StandingFor(BySam).Voted);
    }

    [Fact]
    public void A_second_vote_counts_instead_of_the_first_if_anybody_counted_it()
    {
        var second = Asked(2);
        var once = Voted(FourTables);
        var twice = once.Ask(second, ASentenceVote, ByLead, [.. Votable]).Yes()
            .MakeReady(second, ByLead).Yes().MakeReady(second, ByOther).Yes().OpenQuestion(second, ByLead).Yes();
        Assert.Equal(2, twice.Closed(second).StandingFor(BySam).Voted.Length);
        var counted = twice.Enter(Hands(1, 6, 6, 0, 0, 0, 6), 9, id: second).Yes().Closed(second);
        Assert.Equal([new(Said(4), true)], counted.StandingFor(BySam).Voted);
    }

    [Fact]
    public void Of_two_votes_the_one_that_closes_last_counts_whichever_was_drafted_first()
    {
        var second = Asked(2);
        var both = Asking([.. FourTables.Select(table => table.Present)]).With(FourTables)
            .Ask(second, ASentenceVote, ByLead, [.. Votable]).Yes()
            .MakeReady(second, ByLead).Yes().MakeReady(second, ByOther).Yes().OpenQuestion(second, ByLead).Yes()
            .Enter(Hands(1, 6, 6, 0, 0, 0, 6), 9, id: second).Yes();
        Assert.Equal([new(Said(4), true)], both.Closed().Closed(second).StandingFor(BySam).Voted);
        var first = Voted(FourTables).StandingFor(BySam).Voted;
        Assert.Equal(first, both.Closed(second).Closed().StandingFor(BySam).Voted);
    }

    [Fact]
    public void The_room_is_asked_once_two_keepers_say_that_the_question_is_ready_and_for_good()
    {
        var draft = AGathering().Kept().Ask(TheQuestion, ASentenceVote, ByLead, [.. Votable]).Yes();
        Assert.Empty(draft.MakeReady(TheQuestion, ByLead).Yes().StandingFor(ByLead).Asked);
        var ready = draft.MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes();
        Assert.Equal(ASentenceVote.Sentences, ready.StandingFor(ByLead).Asked);
        Assert.Equal(ASentenceVote.Sentences, Asking(6).StandingFor(ByLead).Asked);
        Assert.Equal(ASentenceVote.Sentences, Voted(FourTables).StandingFor(ByLead).Asked);
    }

    [Fact]
    public void Each_option_is_the_text_of_a_sentence_that_people_can_vote_on()
    {
        var gathering = AGathering().Kept();
        string No(AskQuestion asks, params VotableSentence[] votable)
        {
            Assert.True(gathering.Ask(TheQuestion, asks, ByLead, [.. votable]).Refused(out var refusal, out _));
            Assert.Equal("gathering.field", refusal.Code);
            return refusal.Field!;
        }
        Assert.Equal("sentences", No(ASentenceVote, Votable[..3]));
        Assert.Equal("sentences", No(ASentenceVote with { Options = [.. Letters[..3], "Other"] }, Votable));
        Assert.Equal("sentences", No(ASentenceVote with { Options = [.. Letters[..3]] }, Votable));
        Assert.Equal("sentences", No(ASentenceVote with { Kind = QuestionKind.Voices }, Votable));
        Assert.Equal("sentences", No(ASentenceVote with { Sentences = default }, Votable));
        Assert.Equal("sentences", No(ASentenceVote with { Sentences = [.. Enumerable.Repeat(Said(1), 4)] }, Votable));
        var asked = gathering.Ask(TheQuestion, ASentenceVote, ByLead, [.. Votable]).Yes();
        Assert.Same(asked, asked.Ask(TheQuestion, ASentenceVote, ByLead).Yes());
    }

    [Fact]
    public void Words_are_taken_out_of_the_option_too()
    {
        var taken = Voted(FourTables).TakeOut(Said(1), new("together"), ByLead).Yes();
        Assert.Equal("[taken out]", taken.Find(TheQuestion)!.Asks.Options[0]);
        Assert.Same(taken, taken.TakeOut(Said(1), new("together"), ByLead).Yes());
        Assert.Same(taken, taken.TakeOut(Said(9), new("equals"), ByCoordinator).Yes());
        var third = taken.TakeOut(Said(3), new(Letters[2]), ByLead).Yes().Find(TheQuestion)!.Asks.Options;
        Assert.Equal(["[taken out]", Letters[1], "[taken out]", Letters[3]], third);
        Assert.Equal("gathering.keepers-only", taken.TakeOut(Said(1), new("equals"), BySam).No());
        Assert.Equal(2, taken.StandingFor(BySam).Voted.Length);
        Assert.Same(taken, taken.TakeOut(new(Letters[1]), ByLead).Yes());
    }

    [Fact]
    public void A_text_that_is_longer_without_a_name_can_be_voted_on()
    {
        var set = new SentenceSet().With(1, 1, $"Bo {new string('x', 247)}").With(2, 2)
            .TakeOut(Said(1), new("Bo"), ForKeeper).Yes();
        AskQuestion Asks(params ImmutableArray<string> options) =>
            AVote with { Options = options, Sentences = [Said(1), Said(2)] };
        ImmutableArray<string> texts = [.. set.ListVotable().Select(one => one.Text)];
        Assert.True(texts[0].Length > GatheringFields.Option.Max);
        var asked = AGathering().Kept().Ask(TheQuestion, Asks(texts), ByLead, set.ListVotable()).Yes();
        Assert.Equal(texts, asked.Find(TheQuestion)!.Asks.Options);
        var free = Asks(texts) with { Sentences = [] };
        Assert.Equal("gathering.field", AGathering().Kept().Ask(TheQuestion, free, ByLead).No());
        var offered = new SentenceSet().Write(3, ByTable(3, $"Bo {new string('x', 247)}")).Yes()
            .TakeOut(Said(3), new("Bo"), ForKeeper).Yes();
        Assert.Equal(SentenceState.Offered, offered.Agreed(3, 3).StateOf(3));
    }

    [Fact]
    public void It_stands_for_the_year_and_stays_readable_afterwards()
    {
        var room = Closed with { Voted = Liked(1, 4) };
        var set = AJoin().Agreed(4, 1, 3).PutToVote(Said(4), ForKeeper).Yes();
        Assert.Equal(SentenceState.Standing, set.Seen(1, room).State);
        Assert.Equal(SentenceState.Votable, set.Seen(3, room).State);
        Assert.True(set.Seen(4, room).IsLikedByMost);
        Assert.Null(set.Seen(3, room).IsLikedByMost);
        var later = set.SeenBy(room, Said(1), Day.AddYears(1)).Yes();
        Assert.Equal((SentenceState.Earlier, Day.Year, true), (later.State, later.Year, later.IsLikedByMost));
        var list = set.StandingIn(room, Day);
        Assert.Equal([Said(1), Said(4)], list.Items.Select(one => one.Id));
        Assert.Equal([Said(3)], list.Roots.Select(one => one.Id));
        var byFew = room with { Voted = [new(Said(1), false)] };
        Assert.False(Assert.Single(set.StandingIn(byFew, Day).Items).IsLikedByMost);
        var withdrawn = set.Withdraw(Said(1), ForKeeper).Yes();
        Assert.Equal([Said(4)], withdrawn.StandingIn(room, Day).Items.Select(one => one.Id));
    }

    [Fact]
    public void The_latest_year_is_read_first_and_in_it_the_shorter_text()
    {
        var set = new SentenceSet().With(1, 1, "The longer one").With(2, 2, "Short");
        var old = set with { HeldOn = Day.AddYears(-1) };
        var room = Closed with { Voted = Liked(1, 2) };
        var list = SentenceOrder.Of([old.StandingIn(room, Day), set.StandingIn(room, Day)]);
        Assert.Equal(
            [(0, "Short"), (0, "The longer one"), (1, "Short"), (1, "The longer one")],
            list.Items.Select(one => (Day.Year - one.Year, one.Says.Text)));
    }

    private static Gathering Asking(params int[] present)
    {
        return AGathering().Kept().Laid(present).Open(ByLead).Yes()
            .Ask(TheQuestion, ASentenceVote, ByLead, [.. Votable]).Yes()
            .MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes()
            .OpenQuestion(TheQuestion, ByLead).Yes();
    }

    private static Gathering Voted(params EnterTally[] tables) =>
        Asking([.. tables.Select(table => table.Present)]).With(tables).Closed();
}
