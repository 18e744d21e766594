using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Asking other areas, joining, and questions that all of them ask.</summary>
public sealed class InvitingTests
{
    private static readonly DateOnly Today = APlan.HeldOn;

    [Fact]
    public void An_area_that_is_asked_reads_what_is_planned_and_nothing_else()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry();
        var asked = rooms[East].InvitationOn(Today, East)!;
        Assert.Equal(new(APlan.Title, APlan.HeldOn, APlan.StartsAt, APlan.Minutes), asked.Plan);
        Assert.Equal(Brighton, asked.Host);
        Assert.Empty(asked.Questions);
        Assert.Null(rooms[East].InvitationOn(Today.AddDays(1), East));
        Assert.Equal("linked-room.not-found", rooms[East].SeenBy(canAnswer: false, East).No());
        Assert.Equal(LinkedRoomState.Asked, rooms[East].SeenBy(canAnswer: true, East).Yes().State);
        Assert.Null(rooms[Brighton].InvitationOn(Today, Brighton));
    }

    [Fact]
    public void Asking_again_changes_nothing_unless_the_plan_has_changed()
    {
        var rooms = Linked();
        var before = rooms[Brighton];
        Assert.Same(before, rooms.Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton))[Brighton]);
        var later = Details(AGathering(APlan with { StartsAt = new(15, 0) }));
        rooms.Do(Brighton, room => room.Ask(East, later, Brighton)).Carry();
        Assert.All([East, West], area => Assert.Equal(new(15, 0), rooms[area].Plan!.StartsAt));
    }

    [Fact]
    public void A_title_that_is_longer_without_a_name_reaches_the_other_areas()
    {
        var named = AGathering(APlan with { Title = $"Bo {new string('x', 117)}" }).Kept();
        var taken = Details(named.TakeOut(new("Bo"), ByLead).Yes());
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, taken, Brighton)).Carry();
        Assert.Equal($"[taken out] {new string('x', 117)}", rooms[East].Plan!.Title);
    }

    [Fact]
    public void Three_areas_are_the_most_and_one_that_declines_makes_room()
    {
        var north = new AreaId("north-sussex");
        var rooms = new Rooms()
            .Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton))
            .Do(Brighton, room => room.Ask(West, AGatheringAsking(), Brighton))
            .Carry();
        Assert.Equal("linked-room.full", rooms[Brighton].Ask(north, AGatheringAsking(), Brighton).No());
        rooms.Do(East, room => room.Decline(canAnswer: true, East)).Carry();
        Assert.Equal(LinkedRoomState.Declined, rooms[Brighton].Areas[0].State);
        Assert.Null(rooms[East].InvitationOn(Today, East));
        var full = rooms[Brighton].Ask(north, AGatheringAsking(), Brighton).Yes();
        rooms.Do(East, room => room.Join(Details(AGathering()), East));
        var joins = rooms.Waiting(East).OfType<RoomAnswered>().Single();
        Assert.Equal("linked-room.full", full.Receive(joins, Brighton, 1, Now).No());
        var declined = rooms[East].Refused(joins, LinkedRoomRefusals.Full.Code, East, 1, Now)!.Yes();
        Assert.Equal(LinkedRoomState.Declined, declined.State);
        Assert.Equal(LinkedRoomState.Joined, rooms.Carry()[Brighton].Areas[0].State);
    }

    [Fact]
    public void An_area_joins_with_a_gathering_of_its_own_on_the_same_day()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry();
        var otherDay = Details(AGathering(APlan with { HeldOn = APlan.HeldOn.AddDays(1) }));
        var over = Details(AGathering().Cancel(new("Nobody can come."), ByLead).Yes());
        Assert.Equal("linked-room.another-day", rooms[East].Join(otherDay, East).No());
        Assert.Equal("linked-room.over", rooms[East].Join(over, East).No());
        Assert.Equal("gathering.keepers-only", rooms[East].Join(Details(AGathering(), BySam), East).No());
        Assert.Equal("linked-room.not-found", new LinkedRoom().Join(Details(AGathering()), East).No());
        rooms.Do(East, room => room.Join(Details(AGathering()), East)).Carry();
        Assert.Equal(LinkedRoomState.Joined, rooms[Brighton].Areas.Single().State);
        Assert.Same(rooms[East], rooms[East].Join(Details(AGathering()), East).Yes());
        Assert.Equal("linked-room.joined", rooms[East].Decline(canAnswer: true, East).No());
        Assert.Equal(LinkedRoomState.Joined, rooms[East].SeenBy(canAnswer: false, East).Yes().State);
        Assert.Equal("linked-room.not-the-host", rooms[East].Ask(West, AGatheringAsking(), East).No());
    }

    [Fact]
    public void Only_a_keeper_asks_and_only_leads_decline()
    {
        var gathering = Details(AGathering(), BySam);
        Assert.Equal("gathering.keepers-only", new LinkedRoom().Ask(East, gathering, Brighton).No());
        Assert.Equal("linked-room.leads-only", Linked()[East].Decline(canAnswer: false, East).No());
        var over = Details(AGathering().Cancel(new("Nobody can come."), ByLead).Yes());
        Assert.Equal("linked-room.over", new LinkedRoom().Ask(East, over, Brighton).No());
    }

    [Fact]
    public void A_shared_question_is_ready_in_each_area_and_nobody_there_changes_it()
    {
        var rooms = Linked().Do(Brighton, room => room.Share(TheQuestion, AGatheringAsking(), Brighton));
        var shared = rooms.Waiting(Brighton).OfType<QuestionShared>().First();
        rooms.Bring(shared);
        var brought = rooms.Waiting(East).OfType<QuestionBrought>().Single();
        var gathering = AGathering().Kept().Receive(brought, East, 1, Now).Yes();
        Assert.Same(gathering, gathering.Receive(brought, East, 1, Now).Yes());
        var cancelled = AGathering().Cancel(new("No hall."), ByLead).Yes();
        Assert.Same(cancelled, cancelled.Receive(brought, East, 1, Now).Yes());
        var question = Assert.Single(gathering.SeenBy(BySam, 1).Yes().Questions);
        Assert.Equal(QuestionState.Ready, question.State);
        Assert.Equal("gathering.question-fixed", gathering.Ask(TheQuestion, AQuiz, ByLead).No());
        Assert.Same(gathering, gathering.MakeReady(TheQuestion, ByLead).Yes());
        var counted = gathering.Laid(6).Open(ByLead).Yes().OpenQuestion(TheQuestion, ByLead).Yes()
            .With(Hands(1, 6, 6, 4, 3, 1, 0));
        Assert.Null(counted.CountOf(TheQuestion));
        var count = counted.Closed().CountOf(TheQuestion)!;
        Assert.Equal([6, 4, 3, 1, 0], count.All);
        Assert.Equal(["A"], count.Stands);
        Assert.Null(count.Shown);
        Assert.Null(gathering.CountOf(Asked(9)));
    }

    [Fact]
    public void What_cannot_be_added_up_has_no_count_to_hand_in()
    {
        foreach (var kind in Enum.GetValues<QuestionKind>().Where(kind => !SheetBoxes.HasSheet(kind)))
            Assert.Null(ARoom(AWarmUp(kind), 6).Closed().CountOf(TheQuestion));
        int[] steps = [6, .. new int[14]];
        Assert.Null(ACountedRoom(AMirror(), Hands(1, 6, 6, [.. steps])).CountOf(TheQuestion));
    }

    [Fact]
    public void A_question_that_does_not_fit_into_our_gathering_is_not_sent_to_it_again()
    {
        var rooms = Linked().Do(Brighton, room => room.Share(TheQuestion, AGatheringAsking(), Brighton));
        rooms.Bring(rooms.Waiting(Brighton).OfType<QuestionShared>().First());
        var brought = rooms.Waiting(East).OfType<QuestionBrought>().Single();
        var full = AGathering().Kept() with
        {
            Questions = [.. Enumerable.Range(2, GatheringFields.MaxQuestions)
                .Select(number => new Question { Id = Asked(number), Asks = AVote })],
        };
        var refused = new Row<Gathering> { Record = full }.Receive(brought, East, Now).No();
        Assert.Equal("record.full", refused);
        Assert.Same(rooms[East], rooms[East].Refused(brought, refused, East, 1, Now)!.Yes());
        Assert.NotNull(rooms[East].Find(TheQuestion));
        Assert.Null(rooms[East].Refused(brought, "gathering.not-found", East, 1, Now));
    }

    [Fact]
    public void Of_three_voices_what_comes_first_is_said_in_words()
    {
        var count = ACountedRoom(ThreeVoices, Hands(1, 6, 6, 4, 4, 1, 0)).CountOf(TheQuestion)!;
        Assert.Equal(Finding.Placed, count.Finding);
        Assert.Equal(["A", "B"], count.Stands);
    }

    [Fact]
    public void Only_what_is_asked_and_counted_is_shared_before_it_is_closed()
    {
        var rooms = Linked();
        var draft = Details(AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes());
        var closed = Details(ARoom(AVote, 6).Closed());
        Assert.Equal("linked-room.cannot-be-shared", rooms[Brighton].Share(TheQuestion, draft, Brighton).No());
        Assert.Equal("linked-room.cannot-be-shared", rooms[Brighton].Share(TheQuestion, closed, Brighton).No());
        Assert.Equal(
            "gathering.question-not-found", rooms[Brighton].Share(Asked(9), AGatheringAsking(), Brighton).No());
        Assert.Equal(
            "linked-room.not-the-host", rooms[East].Share(TheQuestion, AGatheringAsking(), East).No());
        Assert.Equal(
            "linked-room.not-found", new LinkedRoom().Share(TheQuestion, AGatheringAsking(), Brighton).No());
        var open = rooms[Brighton].Share(TheQuestion, Details(ARoom(AVote, 6)), Brighton).Yes();
        Assert.Same(open, open.Share(TheQuestion, Details(ARoom(AVote, 6)), Brighton).Yes());
    }

    [Fact]
    public void An_area_that_joins_later_gets_what_was_shared_before_and_everybody_s_keys()
    {
        var rooms = Linked(East)
            .Do(Brighton, room => room.Share(TheQuestion, AGatheringAsking(), Brighton))
            .Carry()
            .HandIn(East, Counted(6, 5, 4, 0, 1))
            .HandIn(Brighton, Counted(7, 7, 2, 0, 0))
            .Do(Brighton, room => room.Ask(West, AGatheringAsking(), Brighton))
            .Carry();
        rooms.Do(West, room => room.Join(Details(AGathering()), West)).Carry();
        Assert.Equal([Brighton, East, West], rooms[West].Find(TheQuestion)!.Areas);
        Assert.Equal([Brighton, East, West], rooms[East].Find(TheQuestion)!.Areas);
        rooms.HandIn(West, Counted(10, 9, 3, 2, 0)).Carry().AddUp().Carry();
        Assert.Equal(23, rooms[West].TogetherOf(TheQuestion).Yes().People);
    }

    [Fact]
    public void A_name_that_is_taken_out_goes_from_what_is_shared_and_other_areas_are_sent_the_plan()
    {
        var gathering = AGathering(APlan with { Title = "Robin's room" }).Kept().Open(ByLead).Yes()
            .Asking(AVote with { Options = ["With Robin", "Without"] });
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, Details(gathering), Brighton)).Carry();
        rooms.Do(East, room => room.Join(Details(AGathering()), East)).Carry()
            .Do(Brighton, room => room.Share(TheQuestion, Details(gathering), Brighton));
        var without = gathering.TakeOut(new("Robin"), ByLead).Yes();
        var taken = Details(without);
        rooms.Do(Brighton, room => room.Follow(taken, Brighton));
        Assert.Same(rooms[Brighton], rooms[Brighton].Follow(taken, Brighton).Yes());
        Assert.Equal("With [taken out]", rooms[Brighton].Find(TheQuestion)!.Asks.Options[0]);
        // The letter that waited goes with the new text.
        rooms.Carry();
        Assert.Equal("[taken out]'s room", rooms[East].Plan!.Title);
        Assert.Equal("With [taken out]", rooms[East].Find(TheQuestion)!.Asks.Options[0]);
        // What has crossed stays as it came, until somebody there takes it out.
        var again = Details(without.TakeOut(new("With"), ByCoordinator).Yes());
        rooms.Do(Brighton, room => room.Follow(again, Brighton)).Carry();
        Assert.Equal("With [taken out]", rooms[East].Find(TheQuestion)!.Asks.Options[0]);
        rooms.Do(East, room => room.Follow(again, East));
        Assert.Equal(again.Questions[0].Asks.Options, rooms[East].Find(TheQuestion)!.Asks.Options);
        Assert.Equal("[taken out]'s room", rooms[East].Plan!.Title);
        var alone = new LinkedRoom();
        Assert.Same(alone, alone.Follow(taken, Brighton).Yes());
    }

    [Fact]
    public void A_question_that_is_longer_or_has_options_alike_without_a_name_reaches_the_other_areas()
    {
        var gathering = AGathering().Kept().Open(ByLead).Yes().Asking(AVote with
        {
            Text = $"Bo {new string('x', 497)}",
            EasyText = $"Bo {new string('x', 497)}",
            Options = ["Ask Ann", "Ask Bob", $"Bo {new string('x', 247)}"],
        });
        var rooms = Linked().Do(Brighton, room => room.Share(TheQuestion, Details(gathering), Brighton));
        foreach (var name in (string[])["Ann", "Bob", "Bo"])
        {
            gathering = gathering.TakeOut(new(name), ByLead).Yes();
            rooms.Do(Brighton, room => room.Follow(Details(gathering), Brighton));
        }
        rooms.Carry();
        var asks = gathering.Find(TheQuestion)!.Asks;
        Assert.Equal(["Ask [taken out]", "Ask [taken out]", $"[taken out] {new string('x', 247)}"], asks.Options);
        foreach (var there in new[] { East, West }.Select(area => rooms[area].Find(TheQuestion)!.Asks))
        {
            Assert.Equal((asks.Text, asks.EasyText), (there.Text, there.EasyText));
            Assert.Equal(asks.Options, there.Options);
        }
    }

    [Fact]
    public void A_question_that_is_longer_without_a_name_can_still_be_shared()
    {
        var gathering = AGathering().Kept().Open(ByLead).Yes()
            .Asking(AVote with { Options = [$"Bo {new string('x', 247)}", "Without"] })
            .TakeOut(new("Bo"), ByLead).Yes();
        var rooms = Linked().Do(Brighton, room => room.Share(TheQuestion, Details(gathering), Brighton)).Carry();
        Assert.Equal(gathering.Find(TheQuestion)!.Asks.Options, rooms[West].Find(TheQuestion)!.Asks.Options);
    }

    [Fact]
    public void Options_that_are_alike_without_a_name_are_not_shared()
    {
        var gathering = AGathering().Kept().Open(ByLead).Yes().Asking(AVote with { Options = ["Robin", "Sam"] })
            .TakeOut(new("Robin"), ByCoordinator).Yes().TakeOut(new("Sam"), ByCoordinator).Yes();
        var rooms = Linked();
        Assert.Equal(
            "linked-room.options-alike", rooms[Brighton].Share(TheQuestion, Details(gathering), Brighton).No());
    }

    [Fact]
    public void What_nobody_can_answer_any_more_is_not_kept()
    {
        var now = Now.AddDays(Today.DayNumber - London.DayOf(Now).DayNumber);
        var asked = new RoomAsked
        {
            From = Brighton, To = East, Gathering = TheGathering, Version = 1,
            Plan = new("A big room", Today.AddDays(-1), new(14, 0), 150),
        };
        var late = new LinkedRoom();
        Assert.Same(late, late.Receive(asked, East, 1, now).Yes());
        var today = late.Receive(asked with { Plan = asked.Plan with { HeldOn = Today } }, East, 1, now).Yes();
        Assert.Equal(Today, today.Plan!.HeldOn);
        Assert.Same(today, today.Receive(asked with { Version = 2 }, East, 1, now).Yes());
    }

    [Fact]
    public void What_another_area_sends_is_checked_as_what_people_send_here()
    {
        var rooms = Linked();
        var shared = new QuestionShared
        {
            From = Brighton, To = East, Gathering = TheGathering, Question = TheQuestion,
            CountedAs = QuestionKind.Vote, Text = "Which?", Options = ["One", "Two"], Areas = [Brighton, East],
        };
        rooms.Bring(shared);
        rooms.Bring(shared with { Text = "", Options = [] });
        Assert.Equal("Which?", rooms[East].Find(TheQuestion)!.Asks.Text);
        var unknown = shared with { Question = Asked(2) };
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { Text = "" }));
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { EasyText = "\0" }));
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { Options = ["One"] }));
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { Options = ["One", ""] }));
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { CountedAs = QuestionKind.Quiz }));
        Assert.Equal("link.misdirected", rooms.WhyNot(unknown with { Options = default }));
        Assert.Equal("link.misdirected", rooms.WhyNot(unknown with { CountedAs = QuestionKind.Mirror }));
        Assert.Equal("link.misdirected", rooms.WhyNot(shared with { Question = Asked(2), Areas = default }));
        Assert.Equal("link.misdirected", rooms.WhyNot(shared with { Question = Asked(2), Areas = [Brighton, West] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(shared with { From = West, Areas = [West, East] }));
        var asked = new RoomAsked
        {
            From = West, To = East, Gathering = TheGathering, Plan = rooms[East].Plan!, Version = 9,
        };
        Assert.Equal("link.misdirected", rooms.WhyNot(asked));
        Assert.Equal("link.misdirected", rooms.WhyNot(
            asked with { From = Brighton, Plan = asked.Plan with { Title = "" }, Version = int.MaxValue }));
    }
}
