using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Questions that all areas ask, and names that are taken out of them.</summary>
public sealed class SharingTests
{
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
    public void What_counts_nothing_is_not_shared_so_no_area_reads_of_a_kind_that_it_does_not_know()
    {
        foreach (var kind in Enum.GetValues<QuestionKind>().Where(kind => !SheetBoxes.HasSheet(kind)))
        {
            var asked = Details(ARoom(AWarmUp(kind), 6));
            Assert.Equal("linked-room.cannot-be-shared", Linked()[Brighton].Share(TheQuestion, asked, Brighton).No());
        }
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
            Clip = "https://clips.example.invalid/1",
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
            Assert.Equal((asks.Text, asks.EasyText, asks.Clip), (there.Text, there.EasyText, there.Clip));
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
}
