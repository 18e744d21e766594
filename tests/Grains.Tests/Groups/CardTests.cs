using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>What strangers may know of a group.</summary>
public sealed class CardTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    private static readonly GroupDescription Full = Description(Joining.Ask) with
    {
        About = "We talk",
        FirstTime = "Ring the bell",
        For = ["carers"],
        Topics = ["sleep"],
        Languages = ["en"],
        Needs = [AccessNeed.StepFree],
        Format = MeetingFormat.Hybrid,
        Place = new() { Name = "Hall", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly },
        Pauses = [new(Today.AddDays(-9), Today), new(Today.AddDays(-9), Today.AddDays(1))],
        WelcomesNewcomers = false,
        OnlineLink = "https://meet.example.invalid/x",
        GuestContact = "Ring Sam",
        Capacity = 12,
    };

    [Fact]
    public void The_card_says_what_strangers_may_know_and_nothing_else()
    {
        var group = Described().Close(new("Done", Today.AddDays(1)), ByLead, Now).Yes();
        var expected = new Card
        {
            Area = East,
            Id = TheGroup,
            Name = Full.Name,
            About = Full.About,
            FirstTime = Full.FirstTime,
            For = Full.For,
            Topics = Full.Topics,
            Languages = Full.Languages,
            Needs = Full.Needs,
            Format = Full.Format,
            Place = new() { Town = "Lewes", Privacy = PlacePrivacy.AreaOnly },
            Schedule = Full.Schedule,
            Pauses = [Full.Pauses[1]],
            ClosesOn = Today.AddDays(1),
            Joining = Full.Joining,
            WelcomesNewcomers = false,
            LastConfirmed = Today,
        };
        var card = group.CardOn(Today, East)!;
        Assert.Equal(expected with { Pauses = card.Pauses, OneOffs = card.OneOffs }, card);
        Assert.Equal(expected.Pauses, card.Pauses);
        Assert.Null(group.CardOn(Today.AddDays(1), East));
        Assert.Null(new Group().CardOn(Today, East));
    }

    [Fact]
    public void Meetings_stay_on_the_card_until_their_day_and_one_held_early_until_the_day_it_was_planned_for()
    {
        var early = OccurrenceId.Derive(TheGroup, "tuesday-evening", Today.AddDays(6));
        var group = Described()
            .Announce(new(TheMeeting, TheGroup, Today, Seven, Cancelled: false, Version: 1), Now).Yes()
            .Announce(
                new(early, TheGroup, Today, Seven, Cancelled: false, Version: 1, OriginalDay: Today.AddDays(6)), Now)
            .Yes();
        Assert.Equal(2, group.CardOn(Today, East)!.OneOffs.Length);
        Assert.Equal([early], group.CardOn(Today.AddDays(1), East)!.OneOffs.Select(one => one.Id));
        Assert.Empty(group.CardOn(Today.AddDays(7), East)!.OneOffs);
    }

    [Fact]
    public void Its_people_see_more_than_the_card_and_strangers_do_not()
    {
        var group = Described();
        var next = new NextMeeting(TheMeeting, Now, 90);
        var inside = group.SeenBy(BySam, East, next, 7, Now).Yes();
        Assert.Equal(
            (Full.Place, Full.OnlineLink, Full.GuestContact), (inside.Place, inside.OnlineLink, inside.GuestContact));
        Assert.Equal(
            (next, 7, Today, GroupStatus.Paused),
            (inside.NextMeeting, inside.Version, inside.LastConfirmed, inside.Status));
        Assert.Equal(3, inside.Roster!.Value.Length);
        var outside = group.SeenBy(ByStranger, East, next, 7, Now).Yes();
        Assert.Equal((null, null), (outside.OnlineLink, outside.GuestContact));
        Assert.Null(outside.Place!.Name);
        Assert.Null(outside.Seats);
        Assert.Equal("group.not-found", new Group().SeenBy(ByCoordinator, East, null, 1, Now).No());
    }

    private static Group Described() => AGroup().Describe(TheGroup, Full, Contracts.IfMatch.Any, 1, ByLead, Now).Yes();
}
