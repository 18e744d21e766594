using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ReleasedTests;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Hands are down: the vote is over, and tables count.</summary>
public sealed class HandsDownTests
{
    private static readonly SlipKey Key = new([7, 7, 7]);

    private static readonly Dictionary<QuestionId, SlipKey> Keys = new() { [TheQuestion] = Key };

    [Fact]
    public void It_comes_between_the_vote_and_the_close()
    {
        var open = ARoom(AVote, 6);
        var counting = open.CountQuestion(TheQuestion, ByOther).Yes();
        Assert.Equal(QuestionState.Counting, counting.Find(TheQuestion)!.State);
        Assert.Same(counting, counting.CountQuestion(TheQuestion, ByLead).Yes());
        Assert.Equal("gathering.question-state", counting.OpenQuestion(TheQuestion, ByLead).No());
        var closed = counting.CloseQuestion(TheQuestion, ByLead).Yes();
        Assert.Equal(QuestionState.Closed, closed.Find(TheQuestion)!.State);
        Assert.Equal("gathering.question-state", closed.CountQuestion(TheQuestion, ByLead).No());
        var draft = open.Ask(Asked(2), AQuiz, ByLead).Yes();
        Assert.Equal("gathering.question-state", draft.CountQuestion(Asked(2), ByLead).No());
    }

    [Fact]
    public void Only_keepers_say_so_of_a_question_that_is_there_and_counts_something()
    {
        var room = ARoom(AVote, 6);
        Assert.Equal("gathering.keepers-only", room.CountQuestion(TheQuestion, BySam).No());
        Assert.Equal("gathering.keepers-only", room.CountQuestion(TheQuestion, ByCoordinator).No());
        Assert.Equal("gathering.question-not-found", room.CountQuestion(Asked(9), ByLead).No());
        Assert.Equal("gathering.counts-nothing", ARoom(AWarmUp(), 6).CountQuestion(TheQuestion, ByLead).No());
    }

    [Fact]
    public void Nobody_sees_anything_yet()
    {
        var counting = ARoom(AVote, 6, 5, 7, 6).With(FourTables).CountQuestion(TheQuestion, ByLead).Yes();
        Assert.Equal("gathering.still-open", counting.ResultOf(TheQuestion, ByLead).No());
        Assert.Equal("gathering.still-open", counting.Release(Rule).ReleasedOf(TheQuestion, ByLead).No());
    }

    [Fact]
    public void Slips_are_over_and_what_they_chose_is_a_sum_whose_key_is_needed_no_more()
    {
        var open = ARoom(AVote, 6, 5).Spend(TheQuestion, At(2), new("K7P2M9X3", ["A"]), Key).Yes();
        var counting = open.CountQuestion(TheQuestion, ByLead, Keys).Yes();
        Assert.Equal("gathering.not-open", counting.Spend(TheQuestion, At(2), new("22222222", ["A"]), Key).No());
        Assert.Empty(counting.Slips);
        Assert.Equal(1, Assert.Single(counting.SlipSums).TookPart);
        Assert.DoesNotContain(TheQuestion.Value, counting.KeysNeeded());
        Assert.Equal(1, counting.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result().TablesIn);
    }

    [Fact]
    public void A_sheet_that_is_typed_before_the_close_is_in_time_and_one_that_comes_after_it_is_late()
    {
        var three = ARoom(AVote, 6, 5, 7, 6).With([.. FourTables.Take(3)]);
        var counting = three.CountQuestion(TheQuestion, ByLead).Yes();
        var inTime = counting.With(FourTables[3]).CloseQuestion(TheQuestion, ByLead).Yes().Result();
        Assert.Equal((23, 0, 4), (inTime.People, inTime.LateTables, inTime.TablesIn));
        var late = counting.CloseQuestion(TheQuestion, ByLead).Yes().With(FourTables[3]).Result();
        Assert.Equal((17, 1, 4), (late.People, late.LateTables, late.TablesIn));
    }

    [Fact]
    public void Closing_the_gathering_closes_what_is_still_counted()
    {
        var counting = ARoom(AVote, 6).CountQuestion(TheQuestion, ByLead).Yes();
        var over = counting.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
        Assert.Equal(QuestionState.Closed, over.Find(TheQuestion)!.State);
        Assert.Equal([At(1)], over.Find(TheQuestion)!.Tables);
    }
}
