using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Letters that come late, twice, or from an area that does not keep to the rules.</summary>
public sealed class LateLettersTests
{
    private static readonly RoomCount Shown = Counted(true, 20, 9, 5, 1, 0);

    [Fact]
    public void A_host_that_has_hidden_its_count_asks_for_no_figures_and_no_longer_asks_whom_it_goes_on_without()
    {
        var rooms = HandedIn();
        rooms.Frozen.Add(West);
        rooms.AddUp().Carry().AddUp(West);
        var asked = Assert.Single(rooms.Waiting(Brighton).OfType<SumAsked>());
        Assert.Equal((East, 2, false), (asked.To, asked.Attempt, asked.Plain));
    }

    [Fact]
    public void Whatever_the_host_asks_whoever_has_hidden_a_count_sends_no_figures()
    {
        var rooms = HandedIn();
        rooms.Bring(Asking(East, 1, All));
        Assert.NotNull(Assert.Single(Sent(rooms, East)).Blinded);
        rooms.Bring(Asking(East, 2, Brighton, East) with { Plain = true });
        // What was written for the first attempt is no longer sent.
        var sent = Assert.Single(Sent(rooms, East));
        Assert.Equal((2, null, null), (sent.Attempt, sent.Plain, sent.Blinded));
        rooms.Bring(Asking(East, 1, All));
        Assert.Equal(2, rooms[East].Find(TheQuestion)!.Attempt!.Number);
    }

    [Fact]
    public void What_was_sent_for_an_attempt_that_was_given_up_is_not_added_to_the_next()
    {
        var rooms = HandedIn().AddUp();
        rooms.Bring(Asking(East, 1, All));
        var late = Assert.Single(Sent(rooms, East));
        rooms.AddUp(West).Bring(late);
        rooms.Bring(late with { Blinded = null, Finding = Shown.Finding, Stands = Shown.Stands });
        Assert.Empty(rooms[Brighton].Find(TheQuestion)!.Attempt!.Sent);
    }

    [Fact]
    public void An_area_with_three_people_sends_nothing_whoever_asks_it()
    {
        var rooms = Sharing().HandIn(West, Counted(true, 3, 3, 0, 0, 0));
        rooms.Bring(Asking(West, 1, Brighton, West) with { Plain = true });
        Assert.Empty(Sent(rooms, West));
    }

    [Fact]
    public void An_attempt_is_answered_once()
    {
        var rooms = Sharing().HandIn(Brighton, Shown).HandIn(East, Shown).Carry();
        rooms.Bring(Asking(East, 1, Brighton, East) with { Plain = true });
        Assert.Single(Sent(rooms, East));
        rooms.HandIn(West, Shown);
        var ready = rooms.Waiting(West).OfType<RoomReady>().Single(letter => letter.To == East);
        Assert.Empty(rooms[East].Receive(ready, East, 1, Now).Messages);
    }

    [Fact]
    public void An_older_plan_or_answer_changes_nothing()
    {
        var rooms = Linked();
        var first = rooms.Carried.OfType<RoomAsked>().First(letter => letter.To == East);
        var later = Details(AGathering(APlan with { StartsAt = new(15, 0) }));
        rooms.Do(Brighton, room => room.Ask(East, later, Brighton)).Carry().Bring(first);
        Assert.Equal(new(15, 0), rooms[East].Plan!.StartsAt);
        rooms.Bring(new RoomAnswered { From = East, To = Brighton, Gathering = TheGathering, Joins = false });
        Assert.All(rooms[Brighton].Areas, area => Assert.Equal(LinkedRoomState.Joined, area.State));
    }

    [Fact]
    public void A_key_that_comes_after_the_sum_is_not_kept_nor_are_more_keys_than_questions()
    {
        var rooms = HandedIn();
        var ready = rooms.Carried.OfType<RoomReady>().Single(letter => letter.From == West && letter.To == East);
        var north = new AreaId("north-sussex");
        Assert.Equal(
            "link.misdirected", rooms.WhyNot(ready with { From = north, To = Brighton, Question = Asked(9) }));
        rooms.AddUp().Carry().Bring(ready);
        Assert.Empty(rooms[East].Ready);
        foreach (var number in Enumerable.Range(2, LinkedRoomFields.MaxQuestions))
            rooms.Bring(ready with { Question = Asked(number) });
        Assert.Equal("record.full", rooms.WhyNot(ready with { Question = Asked(99) }));
    }

    [Fact]
    public void An_area_that_joins_while_counts_are_added_up_does_not_ask_that_question()
    {
        var rooms = Linked(East)
            .Do(Brighton, room => room.Share(TheQuestion, AGatheringAsking(), Brighton)).Carry()
            .HandIn(Brighton, Shown).HandIn(East, Shown).Carry();
        rooms.Frozen.Add(East);
        rooms.AddUp().Do(Brighton, room => room.Ask(West, AGatheringAsking(), Brighton)).Carry();
        rooms.Do(West, room => room.Join(Details(AGathering()), West)).Carry();
        Assert.Equal([Brighton, East], rooms[Brighton].Find(TheQuestion)!.Areas);
        var before = rooms[Brighton];
        Assert.Same(before, rooms.AddUp()[Brighton]);
    }

    [Fact]
    public void A_question_has_three_areas_at_most_and_its_sum_is_said_once()
    {
        var rooms = HandedIn();
        var north = new AreaId("north-sussex");
        var shared = rooms.Carried.OfType<QuestionShared>().First(letter => letter.To == East);
        Assert.Equal("link.misdirected", rooms.WhyNot(shared with { Areas = [Brighton, East, north] }));
        rooms.AddUp();
        rooms.Frozen.Add(East);
        rooms.Bring(Asking(East, 1, All)).Bring(Assert.Single(Sent(rooms, East))).Carry();
        var done = rooms.Waiting(Brighton).OfType<SumDone>().Single();
        Assert.Equal("link.misdirected", rooms.WhyNot(done with { Total = [60, 1, 2] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(done with { Total = [0, 0, 0, 0, 0] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(done with { Total = [60, int.MaxValue, 2, 1, 0] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(done with { Missing = [north] }));
        rooms.Bring(done);
        rooms.Bring(done with { Total = [60, 1, 1, 1, 1] });
        Assert.Equal([60, 27, 15, 3, 0], rooms[East].Find(TheQuestion)!.Sum!.Total!.Value);
    }

    [Fact]
    public void What_an_area_sends_to_the_sum_is_checked_and_a_sum_that_cannot_be_right_says_nothing()
    {
        var rooms = HandedIn().AddUp();
        rooms.Bring(Asking(East, 1, All)).Bring(Asking(West, 1, All));
        var east = Assert.Single(Sent(rooms, East));
        Assert.Equal("link.misdirected", rooms.WhyNot(east with { Blinded = null }));
        Assert.Equal("link.misdirected", rooms.WhyNot(east with { Blinded = Blinding.Write([1, 2]) }));
        rooms.Bring(east with { Blinded = Blinding.Write([1, 2, 3, 4, 5]) }).Bring(Assert.Single(Sent(rooms, West)));
        var together = rooms[Brighton].TogetherOf(TheQuestion).Yes();
        Assert.Null(together.People);
        Assert.Empty(together.Sides);
    }

    [Fact]
    public void Figures_are_taken_only_if_they_were_asked_for()
    {
        var rooms = Sharing().HandIn(Brighton, Counted(20, 9, 5, 1, 0)).HandIn(East, Shown).Carry().AddUp(West);
        rooms.Bring(Asking(East, 1, Brighton, East));
        var sent = Assert.Single(Sent(rooms, East));
        Assert.Null(sent.Plain);
        Assert.Equal("link.misdirected", rooms.WhyNot(sent with { Plain = [20, 9, 5, 1, 0] }));
        rooms.Carry();
        Assert.Equal([Brighton, East], rooms[Brighton].SeenBy(false, Brighton).Yes().Questions[0].HandedIn);
    }

    [Theory]
    [InlineData(Finding.Mirrored)]
    [InlineData(Finding.NotEnough)]
    [InlineData(Finding.Over)]
    public void What_no_sum_can_find_is_not_taken_in(Finding finding)
    {
        var rooms = Sharing().HandIn(Brighton, Counted(20, 9, 5, 1, 0)).HandIn(East, Shown).Carry().AddUp(West);
        rooms.Bring(Asking(East, 1, Brighton, East));
        var sent = Assert.Single(Sent(rooms, East));
        Assert.Equal("link.misdirected", rooms.WhyNot(sent with { Finding = finding, Stands = [] }));
        rooms.Bring(sent);
        var done = rooms.Waiting(Brighton).OfType<SumDone>().Single(letter => letter.To == East);
        Assert.Equal("link.misdirected", rooms.WhyNot(done with { Sides = [new(Brighton, finding, [])] }));
        rooms.Bring(done);
    }

    [Fact]
    public void Of_two_answers_or_plans_that_wait_the_later_is_sent_and_no_other_refusal_ends_taking_part()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton));
        var later = Details(AGathering(APlan with { StartsAt = new(15, 0) }));
        rooms.Do(Brighton, room => room.Ask(East, later, Brighton));
        Assert.Equal(new(15, 0), Assert.Single(rooms.Waiting(Brighton).OfType<RoomAsked>()).Plan.StartsAt);
        rooms.Carry().Do(East, room => room.Decline(canAnswer: true, East));
        rooms.Do(East, room => room.Join(Details(AGathering()), East));
        var joins = Assert.Single(rooms.Waiting(East).OfType<RoomAnswered>());
        Assert.True(joins.Joins);
        Assert.Null(rooms[East].Refused(joins with { Joins = false }, LinkedRoomRefusals.Full.Code, East, 1, Now));
        Assert.Null(rooms[East].Refused(joins, LinkedRoomRefusals.NotFound.Code, East, 1, Now));
    }

    private static Rooms HandedIn() =>
        Sharing().HandIn(Brighton, Shown).HandIn(East, Shown).HandIn(West, Shown).Carry();

    private static IEnumerable<SumSent> Sent(Rooms rooms, AreaId area) => rooms.Waiting(area).OfType<SumSent>();

    private static SumAsked Asking(AreaId to, int attempt, params AreaId[] areas) => new()
    {
        From = Brighton, To = to, Gathering = TheGathering, Question = TheQuestion, Attempt = attempt,
        Areas = [.. areas], Plain = false,
    };
}
