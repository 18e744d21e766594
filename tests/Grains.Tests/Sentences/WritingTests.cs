using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>A table's sentence, from the draft to the vote.</summary>
public sealed class WritingTests
{
    private static readonly GatheringStanding ForCoordinators = ForOthers with { CanTakeOut = true };

    private static readonly SentenceSet One = new SentenceSet().Write(1, ByTable(1)).Yes();

    [Fact]
    public void A_draft_is_offered_once_its_table_agrees_and_votable_once_a_keeper_says_so()
    {
        Assert.Equal(SentenceState.Draft, One.StateOf(1));
        Assert.Equal([At(1)], One.Seen(1).WaitsFor!.Value);
        Assert.Equal("sentence.needs-every-table", One.PutToVote(Said(1), ForKeeper).No());
        var offered = One.Agreed(1, 1);
        Assert.Equal(SentenceState.Offered, offered.StateOf(1));
        Assert.Same(offered, offered.Agreed(1, 1));
        Assert.Equal("gathering.table-not-found", offered.Agree(Said(1), At(2), ForKeeper).No());
        var votable = offered.PutToVote(Said(1), ForKeeper).Yes();
        Assert.Equal(SentenceState.Votable, votable.StateOf(1));
        Assert.Same(votable, votable.PutToVote(Said(1), ForKeeper).Yes());
        Assert.Equal([new(Said(1), "Together")], votable.ListVotable());
        Assert.Empty(offered.ListVotable());
    }

    [Fact]
    public void Its_text_changes_until_people_can_vote_on_it_and_its_table_agrees_again()
    {
        var offered = One.Agreed(1, 1);
        Assert.Same(offered, offered.Write(1, ByTable(1)).Yes());
        Assert.Equal(SentenceState.Draft, offered.Write(1, ByTable(1, "As equals")).Yes().StateOf(1));
        var word = offered.Write(1, ByTable(1) with { Kind = SentenceKind.Word }).Yes();
        Assert.Equal(SentenceState.Offered, word.StateOf(1));
        Assert.Equal("sentence.field", offered.Write(1, ByTable(2, "As equals")).No());
        var votable = offered.PutToVote(Said(1), ForKeeper).Yes();
        Assert.Equal("sentence.frozen", votable.Write(1, ByTable(1, "As equals")).No());
        Assert.Same(votable, votable.Write(1, ByTable(1)).Yes());
    }

    [Fact]
    public void A_table_agrees_to_the_text_that_it_has_heard_and_to_no_other()
    {
        var changed = One.Write(1, ByTable(1, "As equals")).Yes();
        Assert.Equal("sentence.other-text", changed.Agree(Said(1), At(1), new("Together"), ForKeeper).No());
        Assert.Equal("sentence.other-text", changed.Agree(Said(1), At(1), new("as equals"), ForKeeper).No());
        var taken = changed.TakeOut(Said(1), new("equals"), ForKeeper).Yes();
        Assert.Equal("sentence.other-text", taken.Agree(Said(1), At(1), new("As equals"), ForKeeper).No());
        var agreed = changed.Agree(Said(1), At(1), new("As equals"), ForKeeper).Yes();
        Assert.Equal(SentenceState.Offered, agreed.StateOf(1));
    }

    [Fact]
    public void Whoever_changes_it_has_read_what_it_says_now()
    {
        Assert.Equal(1, One.Seen(1).Version);
        Assert.Equal("version.needed", One.Write(1, ByTable(1, "As equals"), ifMatch: IfMatch.None).No());
        var changed = One.Write(1, ByTable(1, "As equals"), ifMatch: IfMatch.Exactly(1)).Yes();
        Assert.Equal(2, changed.Seen(1).Version);
        Assert.Equal("version.stale", changed.Write(1, ByTable(1, "Kindly"), ifMatch: IfMatch.Exactly(1)).No());
        Assert.Same(changed, changed.Write(1, ByTable(1, "As equals"), ifMatch: IfMatch.Exactly(1)).Yes());
        Assert.Equal("version.exists", changed.Write(1, ByTable(1, "As equals"), ifMatch: IfMatch.Nothing).No());
        Assert.Equal("version.stale", One.Write(2, ByTable(1), ifMatch: IfMatch.Exactly(1)).No());
        // A name that was taken out does not come back with a form that was open meanwhile.
        var taken = changed.TakeOut(Said(1), new("equals"), ForKeeper).Yes();
        Assert.Equal(3, taken.Seen(1).Version);
        Assert.Equal(3, taken.Agreed(1, 1).Seen(1).Version);
    }

    [Fact]
    public void Only_keepers_write_and_only_while_the_gathering_is_open()
    {
        Assert.Equal("gathering.keepers-only", One.Write(2, ByTable(1), ForOthers).No());
        Assert.Equal("gathering.keepers-only", One.Agree(Said(1), At(1), ForOthers).No());
        Assert.Equal("gathering.keepers-only", One.Withdraw(Said(1), ForOthers).No());
        foreach (var state in new[] { GatheringState.Planned, GatheringState.Closed, GatheringState.Cancelled })
        {
            var room = ForKeeper with { State = state };
            Assert.Equal("sentence.not-open", One.Write(2, ByTable(1), room).No());
            Assert.Equal("sentence.not-open", One.Write(1, ByTable(1, "As equals"), room).No());
            Assert.Equal("sentence.not-open", One.Agree(Said(1), At(1), room).No());
            Assert.Equal("sentence.not-open", One.Agreed(1, 1).PutToVote(Said(1), room).No());
            Assert.Equal("sentence.not-open", One.Withdraw(Said(1), room).No());
        }
        Assert.Equal("gathering.not-found", One.Write(2, ByTable(1), GatheringStanding.None).No());
        Assert.Equal("gathering.not-found", One.Agree(Said(1), At(1), GatheringStanding.None).No());
        Assert.Equal("gathering.not-found", One.SeenBy(GatheringStanding.None, Said(1), Day).No());
        Assert.Equal("sentence.not-found", One.Agree(Said(2), At(1), ForKeeper).No());
    }

    [Fact]
    public void A_sentence_is_withdrawn_for_good()
    {
        var withdrawn = One.Withdraw(Said(1), ForKeeper).Yes();
        Assert.Same(withdrawn, withdrawn.Withdraw(Said(1), ForKeeper).Yes());
        Assert.Equal(SentenceState.Withdrawn, withdrawn.StateOf(1));
        Assert.Equal("sentence.withdrawn", withdrawn.Write(1, ByTable(1, "As equals")).No());
        Assert.Equal("sentence.withdrawn", withdrawn.Agree(Said(1), At(1), ForKeeper).No());
    }

    [Fact]
    public void No_keeper_withdraws_what_the_room_is_asked_about()
    {
        var set = new SentenceSet().With(1, 1).With(2, 2);
        var asked = ForKeeper with { Asked = [Said(1)] };
        Assert.Equal("sentence.asked", set.Withdraw(Said(1), asked).No());
        Assert.Equal(SentenceState.Withdrawn, set.Withdraw(Said(2), asked).Yes().StateOf(2));
        var withdrawn = set.Withdraw(Said(1), ForKeeper).Yes();
        Assert.Same(withdrawn, withdrawn.Withdraw(Said(1), asked).Yes());
    }

    [Fact]
    public void Others_see_it_once_its_table_has_agreed_and_never_which_table_it_is()
    {
        Assert.Equal("sentence.not-found", One.SeenBy(ForOthers, Said(1), Day).No());
        Assert.Empty(One.SeenBy(ForOthers, Day).Yes());
        var seen = One.Agreed(1, 1).Seen(1, ForOthers);
        Assert.Equal(("Together", null, null), (seen.Says.Text, seen.Says.TableId, seen.WaitsFor));
        Assert.Equal("sentence.not-found", One.Withdraw(Said(1), ForKeeper).Yes().SeenBy(ForOthers, Said(1), Day).No());
    }

    [Fact]
    public void Keepers_and_coordinators_take_names_out_whenever_they_notice_them()
    {
        var votable = new SentenceSet().With(1, 1, "Ask Robin, as robin asks Robinson");
        var taken = votable.TakeOut(Said(1), new("Robin"), Closed).Yes();
        Assert.Equal("Ask [taken out], as [taken out] asks Robinson", taken.Seen(1).Says.Text);
        Assert.Equal(SentenceState.Votable, taken.StateOf(1));
        Assert.Same(taken, taken.TakeOut(Said(1), new("Robin"), Closed).Yes());
        Assert.NotSame(votable, votable.TakeOut(Said(1), new("Robin"), ForCoordinators).Yes());
        Assert.Equal("gathering.keepers-only", votable.TakeOut(Said(1), new("Robin"), ForOthers).No());
        Assert.Equal("sentence.field", votable.TakeOut(Said(1), new(" "), Closed).No());
        Assert.Equal("sentence.field", votable.TakeOut(Said(1), new("taken"), Closed).No());
        Assert.Equal("sentence.not-found", One.TakeOut(Said(1), new("Robin"), ForCoordinators).No());
    }

    [Fact]
    public void Everybody_sees_whose_keeper_has_taken_words_out()
    {
        var votable = new SentenceSet().With(1, 1, "Ask Robin, then Kim, then us");
        Assert.Empty(votable.Seen(1, ForOthers).TakenOutFor);
        var once = votable.TakeOut(Said(1), new("Robin"), Closed).Yes();
        Assert.Equal([TheGroup], once.Seen(1, ForOthers).TakenOutFor);
        Assert.False(once.Seen(1, ForOthers).IsTakenOutByArea);
        var twice = once.TakeOut(Said(1), new("Kim"), Closed).Yes().TakeOut(Said(1), new("us"), ForCoordinators).Yes();
        Assert.Equal([TheGroup], twice.Seen(1, ForOthers).TakenOutFor);
        Assert.True(twice.Seen(1, ForOthers).IsTakenOutByArea);
        Assert.Same(twice, twice.TakeOut(Said(1), new("Kim"), ForCoordinators).Yes());
    }

    [Fact]
    public void A_keeper_leaves_something_to_read_and_a_coordinator_need_not()
    {
        var votable = new SentenceSet().With(1, 1, "Robin, Kim!");
        var taken = votable.TakeOut(Said(1), new("Robin"), Closed).Yes();
        Assert.Equal("sentence.nothing-left", taken.TakeOut(Said(1), new("Kim"), Closed).No());
        var coordinated = taken.TakeOut(Said(1), new("Kim"), ForCoordinators).Yes();
        Assert.Equal("[taken out], [taken out]!", coordinated.Seen(1).Says.Text);
        Assert.Same(coordinated, coordinated.TakeOut(Said(1), new("Kim"), Closed).Yes());
        Assert.Equal("sentence.field", votable.TakeOut(Said(1), new(new('x', 41)), Closed).No());
    }

    [Theory]
    [InlineData("Ken", true)]
    [InlineData("Ut", true)]
    [InlineData("Taken", false)]
    [InlineData("[taken out]", false)]
    public void A_name_is_taken_out_even_if_its_letters_are_in_the_words_that_replace_it(string words, bool isTaken)
    {
        var taken = new SentenceSet().With(1, 1, $"Ask {words} first").TakeOut(Said(1), new(words), Closed);
        if (isTaken) Assert.Equal("Ask [taken out] first", taken.Yes().Seen(1).Says.Text);
        else Assert.Equal("sentence.field", taken.No());
    }

    [Fact]
    public void What_is_done_with_a_sentence_can_depend_on_what_it_said()
    {
        var second = One.Write(1, ByTable(1, "As equals")).Yes();
        var agreed = second.Agreed(1, 1);
        var withdrawn = second.Withdraw(Said(1), ForKeeper).Yes();
        var first = IfMatch.Exactly(1);
        Assert.Equal("version.stale", second.Agree(Said(1), At(1), new("As equals"), ForKeeper, first).No());
        Assert.Equal("version.stale", agreed.PutToVote(Said(1), ForKeeper, first).No());
        Assert.Equal("version.stale", agreed.Withdraw(Said(1), ForKeeper, first).No());
        Assert.Equal("version.stale", withdrawn.Withdraw(Said(1), ForKeeper, first).No());
        Assert.Equal("version.stale", agreed.TakeOut(Said(1), new("equals"), ForKeeper, first).No());
        Assert.Equal("version.stale", agreed.TakeOut(Said(1), new("Robin"), ForKeeper, first).No());
        var read = IfMatch.Exactly(2);
        Assert.True(second.Agree(Said(1), At(1), new("As equals"), ForKeeper, read).Yes().Seen(1).Version == 2);
        agreed.PutToVote(Said(1), ForKeeper, read).Yes();
        agreed.Withdraw(Said(1), ForKeeper, read).Yes();
        agreed.TakeOut(Said(1), new("equals"), ForKeeper, read).Yes();
        Assert.Equal("gathering.keepers-only", agreed.PutToVote(Said(1), ForOthers, first).No());
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "text", ByTable(1, "") },
        { "text", ByTable(1, new('x', 251)) },
        { "tableId", ByTable(1) with { TableId = null } },
        { "tableId", JoinedFrom(2, 3) with { TableId = At(1) } },
        { "from", JoinedFrom(2) },
        { "from", JoinedFrom(2, 2) },
        { "from", JoinedFrom([.. Enumerable.Range(2, 21)]) },
        { "from", ByTable(1) with { From = default } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object says)
    {
        Assert.True(One.Write(1, (WriteSentence)says).Refused(out var refusal, out _));
        Assert.Equal(("sentence.field", field), (refusal.Code, refusal.Field));
    }
}
