using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Attempts to add up: when an area answers one, and who has a part in it.</summary>
public sealed class AttemptTests
{
    private static readonly RoomCount Shown = Counted(true, 20, 9, 5, 1, 0);

    [Fact]
    public void An_area_answers_as_soon_as_the_keys_of_all_others_are_here()
    {
        var rooms = Sharing().HandIn(East, Shown).Carry();
        rooms.Frozen.Add(East);
        rooms.HandIn(Brighton, Shown).HandIn(West, Shown).Carry().AddUp();
        var asked = Assert.Single(rooms.Waiting(Brighton).OfType<SumAsked>(), letter => letter.To == East);
        rooms.Bring(asked).Bring(Key(rooms, Brighton));
        Assert.Empty(rooms.Waiting(East).OfType<SumSent>());
        rooms.Bring(Key(rooms, West));
        Assert.NotNull(Assert.Single(rooms.Waiting(East).OfType<SumSent>()).Blinded);
    }

    [Fact]
    public void A_host_that_asks_too_early_is_answered_once_the_count_is_handed_in()
    {
        var rooms = Sharing().HandIn(Brighton, Shown).HandIn(West, Shown).Carry();
        rooms.Bring(Asked(1));
        Assert.Empty(rooms.Waiting(East).OfType<SumSent>());
        rooms.HandIn(East, Shown);
        Assert.Single(rooms.Waiting(East).OfType<SumSent>());
    }

    [Fact]
    public void Each_attempt_is_hidden_under_masks_of_its_own()
    {
        var rooms = HandedIn();
        rooms.Bring(Asked(1));
        var first = Assert.Single(rooms.Waiting(East).OfType<SumSent>());
        rooms.Bring(Asked(3));
        var third = Assert.Single(rooms.Waiting(East).OfType<SumSent>());
        Assert.Equal((1, 3), (first.Attempt, third.Attempt));
        Assert.NotEqual(first.Blinded, third.Blinded);
    }

    [Fact]
    public void What_an_area_sends_that_has_no_part_in_an_attempt_is_refused()
    {
        var rooms = HandedIn();
        rooms.Frozen.Add(East);
        rooms.AddUp(West);
        var outsider = new SumSent
        {
            From = West, To = Brighton, Gathering = TheGathering, Question = TheQuestion, Attempt = 1,
            Finding = Shown.Finding, Stands = Shown.Stands,
        };
        Assert.Equal(LinkRefusals.Misdirected.Code, rooms.WhyNot(outsider));
        Assert.Empty(rooms[Brighton].Find(TheQuestion)!.Attempt!.Sent);
    }

    [Fact]
    public void Once_a_question_is_added_up_no_key_waits_for_an_area_that_dropped_out()
    {
        var rooms = Sharing();
        rooms.Frozen.Add(West);
        rooms.HandIn(Brighton, Shown).HandIn(East, Shown).Carry();
        Assert.All([Brighton, East], area => Assert.Single(rooms.Waiting(area).OfType<RoomReady>()));
        rooms.AddUp(West).Carry();
        Assert.All([Brighton, East], area =>
        {
            Assert.NotNull(rooms[area].Find(TheQuestion)!.Sum);
            Assert.Null(rooms[area].Find(TheQuestion)!.Attempt);
            Assert.Empty(rooms.Waiting(area).OfType<RoomReady>());
        });
    }

    private static Rooms HandedIn() =>
        Sharing().HandIn(Brighton, Shown).HandIn(East, Shown).HandIn(West, Shown).Carry();

    private static RoomReady Key(Rooms rooms, Contracts.Areas.AreaId from) =>
        rooms.Waiting(from).OfType<RoomReady>().Single(letter => letter.To == East);

    private static SumAsked Asked(int attempt) => new()
    {
        From = Brighton, To = East, Gathering = TheGathering, Question = TheQuestion, Attempt = attempt,
        Areas = [.. All], Plain = false,
    };
}
