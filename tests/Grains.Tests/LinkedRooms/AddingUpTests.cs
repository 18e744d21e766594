using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Adding up the counts of areas, so that nobody learns what one of them said.</summary>
public sealed class AddingUpTests
{
    private static readonly RoomCount Seven = Counted(7, 7, 2, 0, 0);
    private static readonly RoomCount Five = Counted(6, 5, 4, 0, 1);
    private static readonly RoomCount Nine = Counted(10, 9, 3, 2, 0);

    [Fact]
    public void Each_area_sees_the_sum_and_no_letter_has_a_count_in_it()
    {
        var rooms = HandedIn().AddUp().Carry();
        foreach (var area in All)
        {
            var together = rooms[area].TogetherOf(TheQuestion).Yes();
            Assert.Equal(23, together.People);
            Assert.Equal("A21 B9 C2 D1", Figures(together));
            Assert.Equal(Finding.LikedByMost, together.Finding);
            Assert.Equal(["A"], together.Options.Where(option => option.Stands).Select(option => option.Box));
            Assert.Equal(All, together.Areas);
            Assert.True(together.IsBlinded);
            Assert.Empty(together.Sides);
        }
        var sent = rooms.Carried.OfType<SumSent>().ToList();
        Assert.Equal(2, sent.Count);
        Assert.All(sent, one => Assert.True(one is { Plain: null, Finding: null, Stands: null }));
        Assert.DoesNotContain(sent, one => Blinding.Read(one.Blinded!, 5)!.Value.Any(number => number < 1000));
    }

    [Fact]
    public void Once_it_is_complete_counts_and_keys_are_gone_and_no_other_attempt_is_answered()
    {
        var rooms = HandedIn().AddUp().Carry();
        Assert.All(
            All, area => Assert.True(rooms[area].Find(TheQuestion) is { Count: null, Key: null, Attempt: null }));
        Assert.All(All, area => Assert.Empty(rooms[area].Ready));
        Assert.Equal("linked-room.added-up", rooms.WhyNotAddUp(West));
        Assert.Same(rooms[Brighton], rooms.AddUp()[Brighton]);
        var asked = rooms.Carried.OfType<SumAsked>().First(letter => letter.To == East);
        rooms.Bring(asked with { Attempt = 2, Areas = [Brighton, East], Plain = true });
        Assert.Empty(rooms.Waiting(East));
    }

    [Fact]
    public void Of_what_an_area_sends_only_what_counts_is_stored()
    {
        var rooms = HandedIn().AddUp();
        var sent = new SumSent
        {
            From = East, To = Brighton, Gathering = TheGathering, Question = TheQuestion, Attempt = 1,
            Blinded = Blinding.Write([1, 2, 3, 4, 5]), Plain = [.. Enumerable.Range(0, 1000)],
            Finding = Finding.LikedByMost, Stands = ["Robin lives here"],
        };
        var kept = Assert.Single(rooms.Bring(sent)[Brighton].Find(TheQuestion)!.Attempt!.Sent);
        Assert.Equal(sent with { Plain = null, Finding = null, Stands = null }, kept);
    }

    [Fact]
    public void Nothing_is_asked_before_every_area_has_handed_in_its_count()
    {
        var rooms = Sharing().HandIn(Brighton, Seven).HandIn(East, Five).Carry();
        Assert.Equal("linked-room.not-handed-in", rooms.WhyNotAddUp());
        var others = Sharing().HandIn(East, Five).HandIn(West, Nine).Carry();
        Assert.Equal("linked-room.not-handed-in", others.WhyNotAddUp());
        Assert.Equal("linked-room.field", rooms.WhyNotAddUp(Brighton));
        Assert.Equal("linked-room.field", rooms.WhyNotAddUp(West, West));
        Assert.Equal("linked-room.not-added-up", rooms[East].TogetherOf(TheQuestion).No());
        Assert.Equal("linked-room.not-shared", rooms[East].TogetherOf(Asked(2)).No());
    }

    [Fact]
    public void An_area_that_drops_out_is_named_and_what_it_sends_later_changes_nothing()
    {
        var rooms = HandedIn();
        rooms.Frozen.Add(West);
        rooms.AddUp().Carry();
        Assert.Single(rooms[Brighton].Find(TheQuestion)!.Attempt!.Sent);
        rooms.AddUp(West);
        Assert.Empty(rooms[Brighton].Find(TheQuestion)!.Attempt!.Sent);
        var done = rooms.Carry()[Brighton];
        Assert.Equal([West], done.TogetherOf(TheQuestion).Yes().Missing);
        rooms.Frozen.Clear();
        rooms.Carry();
        foreach (var late in rooms.Carried.OfType<SumSent>().ToList()) rooms.Bring(late);
        Assert.Same(done, rooms[Brighton]);
        var together = rooms[West].TogetherOf(TheQuestion).Yes();
        Assert.Equal([West], together.Missing);
        Assert.Null(together.People);
        Assert.Equal([Brighton, East], together.Sides.Select(side => side.Area));
    }

    [Fact]
    public void Whoever_has_hidden_a_count_sends_no_other_figures()
    {
        var rooms = Sharing()
            .HandIn(Brighton, Counted(true, 20, 9, 5, 1, 0))
            .HandIn(East, Counted(true, 20, 9, 5, 1, 0))
            .HandIn(West, Nine)
            .Carry();
        rooms.Frozen.Add(West);
        rooms.AddUp().Carry().AddUp(West).Carry();
        Assert.All(rooms.Carried.OfType<SumSent>(), sent => Assert.Null(sent.Plain));
        Assert.Null(rooms[East].TogetherOf(TheQuestion).Yes().People);
    }

    [Fact]
    public void Whoever_has_sent_figures_does_not_hide_them_afterwards()
    {
        var rooms = Sharing()
            .HandIn(Brighton, Counted(true, 20, 9, 5, 1, 0))
            .HandIn(East, Counted(true, 20, 9, 5, 1, 0))
            .HandIn(West, Nine)
            .Carry();
        rooms.AddUp(West);
        var asked = rooms.Waiting(Brighton).OfType<SumAsked>().Single();
        rooms.Bring(asked);
        rooms.Bring(asked with { Attempt = 2, Areas = [.. All], Plain = false });
        Assert.DoesNotContain(rooms.Waiting(East).OfType<SumSent>(), sent => sent.Blinded is not null);
    }

    [Fact]
    public void Two_areas_that_both_show_figures_add_them_as_they_are()
    {
        var rooms = Sharing()
            .HandIn(Brighton, Counted(true, 20, 9, 5, 1, 0))
            .HandIn(East, Counted(true, 12, 10, 5, 1, 0))
            .Carry()
            .AddUp(West)
            .Carry();
        var together = rooms[East].TogetherOf(TheQuestion).Yes();
        Assert.Equal(32, together.People);
        Assert.Equal("A19 B10 C2 D0", Figures(together));
        Assert.False(together.IsBlinded);
        Assert.Equal([West], together.Missing);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void If_one_of_two_shows_no_figures_each_says_its_own_in_words(bool brighton, bool east)
    {
        var rooms = Sharing()
            .HandIn(Brighton, Counted(brighton, 20, 9, 5, 1, 0))
            .HandIn(East, Counted(east, 12, 10, 5, 1, 0))
            .Carry()
            .AddUp(West)
            .Carry();
        var together = rooms[East].TogetherOf(TheQuestion).Yes();
        Assert.Null(together.People);
        Assert.Null(together.Finding);
        Assert.Equal([Brighton, East], together.Sides.Select(side => side.Area));
        Assert.All(together.Sides, side => Assert.Equal(["A"], side.Stands));
        Assert.Equal(brighton && east, rooms.Carried.OfType<SumSent>().Any(sent => sent.Plain is not null));
    }

    [Fact]
    public void An_area_with_three_people_is_not_added_and_says_nothing_else()
    {
        var rooms = Sharing()
            .HandIn(Brighton, Seven).HandIn(East, Five).HandIn(West, Counted(3, 3, 0, 0, 0)).Carry().AddUp().Carry();
        var together = rooms[West].TogetherOf(TheQuestion).Yes();
        Assert.Equal([West], together.TooFew);
        Assert.Empty(together.Missing);
        Assert.Equal([Brighton, East], together.Sides.Select(side => side.Area));
        Assert.DoesNotContain(rooms.Carried.OfType<SumSent>(), sent => sent.From == West);
        var four = Sharing().HandIn(Brighton, Counted(4, 4, 0, 0, 0)).HandIn(East, Counted(4, 4, 0, 0, 0))
            .HandIn(West, Counted(4, 0, 4, 0, 0)).Carry().AddUp().Carry();
        Assert.Equal(12, four[Brighton].TogetherOf(TheQuestion).Yes().People);
    }

    [Fact]
    public void If_too_few_took_part_everywhere_nothing_is_said()
    {
        var rooms = Sharing();
        foreach (var area in All) rooms.HandIn(area, Counted(1, 1, 0, 0, 0));
        var together = rooms.Carry().AddUp().Carry()[East].TogetherOf(TheQuestion).Yes();
        Assert.Equal(All, together.TooFew);
        Assert.Empty(together.Areas);
        Assert.Empty(together.Sides);
    }

    [Fact]
    public void An_area_sees_for_itself_that_the_others_are_enough_and_who_they_are()
    {
        var rooms = Sharing()
            .HandIn(Brighton, Counted(2, 2, 0, 0, 0)).HandIn(East, Five).HandIn(West, Nine).Carry();
        var asked = new SumAsked
        {
            From = Brighton, To = East, Gathering = TheGathering, Question = TheQuestion, Attempt = 1,
            Areas = [.. All], Plain = false,
        };
        rooms.Bring(asked);
        Assert.Empty(rooms.Waiting(East));
        var north = new AreaId("north-sussex");
        Assert.Equal("link.misdirected", rooms.WhyNot(asked with { Attempt = 2, Areas = [Brighton, East, north] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(asked with { Attempt = 2, Areas = [Brighton, West] }));
        Assert.Equal("link.misdirected", rooms.WhyNot(asked with { From = West }));
    }

    [Fact]
    public void The_first_key_of_an_area_counts()
    {
        var rooms = HandedIn();
        var ready = rooms.Carried.OfType<RoomReady>().Single(letter => letter.From == West && letter.To == East);
        var before = rooms[East];
        rooms.Bring(ready with { Key = RoomKey.Make().Public });
        Assert.Same(before, rooms[East]);
        Assert.Equal("link.misdirected", rooms.WhyNot(ready with { Key = "key" }));
    }

    [Fact]
    public void Only_keepers_hand_in_and_add_up_and_only_once_the_question_is_closed()
    {
        var rooms = Sharing();
        var key = RoomKey.Make();
        Assert.Equal(
            "gathering.keepers-only", rooms[East].HandIn(TheQuestion, Five, key, ForOthers, East).No());
        Assert.Equal("gathering.still-open", rooms[East].HandIn(TheQuestion, null, key, ForKeeper, East).No());
        Assert.Equal(
            "gathering.not-found", rooms[East].HandIn(TheQuestion, Five, key, GatheringStanding.None, East).No());
        Assert.Equal("linked-room.not-shared", rooms[East].HandIn(Asked(2), Five, key, ForKeeper, East).No());
        Assert.Equal(
            "linked-room.not-the-host", rooms[East].AddUp(TheQuestion, new(), ForKeeper, East).No());
        Assert.Equal("gathering.keepers-only", rooms[Brighton].AddUp(TheQuestion, new(), ForOthers, Brighton).No());
        rooms.HandIn(East, Five);
        Assert.Same(rooms[East], rooms[East].HandIn(TheQuestion, Nine, key, ForKeeper, East).Yes());
    }

    private static Rooms HandedIn() =>
        Sharing().HandIn(Brighton, Seven).HandIn(East, Five).HandIn(West, Nine).Carry();

    private static string Figures(TogetherResult together)
    {
        var options = together.Options.OrderBy(option => option.Box);
        return string.Join(' ', options.Select(option => $"{option.Box}{option.Voices}"));
    }
}
