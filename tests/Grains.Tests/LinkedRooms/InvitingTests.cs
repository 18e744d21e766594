using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Asking other areas and joining, and what a neighbour sends.</summary>
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
    public void An_area_that_takes_part_is_told_that_the_host_has_cancelled_and_nobody_joins_any_more()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton))
            .Do(Brighton, room => room.Ask(West, AGatheringAsking(), Brighton)).Carry();
        rooms.Do(East, room => room.Join(Details(AGathering()), East)).Carry();
        var cancelled = Details(AGathering().Cancel(new("Nobody can come."), ByLead).Yes());
        rooms.Do(Brighton, room => room.Follow(cancelled, Brighton));
        Assert.Same(rooms[Brighton], rooms[Brighton].Follow(cancelled, Brighton).Yes());
        Assert.False(rooms[East].Plan!.IsCancelled);
        rooms.Carry();
        var there = rooms[East].SeenBy(canAnswer: false, East).Yes();
        Assert.Equal((LinkedRoomState.Joined, true), (there.State, there.Plan.IsCancelled));
        Assert.Equal(LinkedRoomState.Asked, rooms[West].State);
        Assert.Null(rooms[West].InvitationOn(Today, West));
        Assert.Equal("linked-room.cancelled", rooms[West].Join(Details(AGathering()), West).No());
        Assert.Same(rooms[East], rooms[East].Join(Details(AGathering()), East).Yes());
    }

    [Fact]
    public void What_was_cancelled_before_it_arrived_is_not_kept_and_replaces_nothing()
    {
        var cancelled = Details(AGathering().Cancel(new("Nobody can come."), ByLead).Yes());
        var rooms = new Rooms();
        rooms.Frozen.Add(East);
        rooms.Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry()
            .Do(Brighton, room => room.Follow(cancelled, Brighton));
        rooms.Frozen.Clear();
        Assert.True(Assert.Single(rooms.Waiting(Brighton).OfType<RoomAsked>()).Plan.IsCancelled);
        Assert.Null(rooms.Carry()[East].Host);
        rooms.Do(West, room => room.Ask(East, AGatheringAsking(), West)).Carry();
        var again = new RoomAsked
        {
            From = Brighton, To = East, Gathering = TheGathering, Version = 9,
            Plan = rooms[East].Plan! with { IsCancelled = true },
        };
        Assert.Equal(West, rooms.Bring(again)[East].Host);
        Assert.NotNull(rooms[East].InvitationOn(Today, East));
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

    [Theory]
    [InlineData(LinkedRoomState.Asked)]
    [InlineData(LinkedRoomState.Declined)]
    public void Until_an_area_has_joined_nobody_who_asked_first_keeps_another_out(LinkedRoomState state)
    {
        var first = new RoomAsked
        {
            From = West, To = East, Gathering = TheGathering, Version = int.MaxValue,
            Plan = new("Not theirs", APlan.HeldOn, APlan.StartsAt, 60),
        };
        var rooms = new Rooms().Bring(first);
        rooms.Frozen.Add(West);
        if (state == LinkedRoomState.Declined) rooms.Do(East, room => room.Decline(canAnswer: true, East)).Carry();
        rooms.Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry();
        var asked = rooms[East].InvitationOn(Today, East)!;
        Assert.Equal((Brighton, APlan.Title), (asked.Host, asked.Plan.Title));
        rooms.Do(East, room => room.Join(Details(AGathering()), East)).Carry();
        Assert.Equal(LinkedRoomState.Joined, rooms[Brighton].Areas.Single().State);
        Assert.Equal("link.misdirected", rooms.WhyNot(first));
    }

    [Fact]
    public void An_area_that_has_declined_asks_others_itself_and_has_no_other_host_then()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry();
        Assert.Equal("linked-room.not-the-host", rooms[East].Ask(West, AGatheringAsking(), East).No());
        rooms.Do(East, room => room.Decline(canAnswer: true, East)).Carry();
        rooms.Do(East, room => room.Ask(West, AGatheringAsking(), East)).Carry();
        Assert.Equal((East, LinkedRoomState.Joined), (rooms[East].Host, rooms[East].State));
        Assert.Equal((East, LinkedRoomState.Asked), (rooms[West].Host, rooms[West].State));
        var again = new RoomAsked
        {
            From = Brighton, To = East, Gathering = TheGathering, Plan = rooms[East].Plan!, Version = 9,
        };
        Assert.Equal("link.misdirected", rooms.WhyNot(again));
    }

    [Fact]
    public void Whoever_asks_in_another_s_place_about_a_day_that_has_passed_replaces_nothing()
    {
        var rooms = new Rooms().Do(Brighton, room => room.Ask(East, AGatheringAsking(), Brighton)).Carry();
        var before = rooms[East];
        var late = new RoomAsked
        {
            From = West, To = East, Gathering = TheGathering, Version = 9,
            Plan = before.Plan! with { HeldOn = Tuesday },
        };
        Assert.Equal(Brighton, rooms.Bring(late)[East].Host);
        Assert.Same(before.Plan, rooms[East].Plan);
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
        Assert.Equal("gathering.field", rooms.WhyNot(unknown with { Clip = "javascript:alert(1)" }));
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
