using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class WelcomeTests
{
    private static readonly Caller ByCoordinator = new(CallerRole.Coordinator, Person(9));

    [Fact]
    public void A_group_that_a_member_founds_is_new_and_one_that_a_coordinator_or_the_area_founds_is_not()
    {
        Assert.Equal(WelcomeState.New, Founded(ByLead).Welcome);
        Assert.Equal(WelcomeState.Welcomed, Founded(ByCoordinator).Welcome);
        Assert.Equal(WelcomeState.Welcomed, Founded(Caller.Area).Welcome);
    }

    [Fact]
    public void A_coordinator_welcomes_a_group_and_takes_that_back_and_nobody_else_does()
    {
        var group = Founded(ByLead);
        Assert.Equal("access.coordinators-only", group.LetIn(ByLead).No());
        Assert.Equal("access.coordinators-only", group.LetIn(Caller.Visitor).No());
        Assert.Equal("group.not-found", new Group().LetIn(ByCoordinator).No());
        Assert.Same(group, group.Withdraw(ByCoordinator).Yes());
        var welcomed = group.LetIn(ByCoordinator).Yes();
        Assert.Same(welcomed, welcomed.LetIn(ByCoordinator).Yes());
        Assert.Equal("access.coordinators-only", welcomed.Withdraw(ByLead).No());
        Assert.Equal("group.not-found", new Group().Withdraw(ByCoordinator).No());
        Assert.Equal(WelcomeState.New, welcomed.Withdraw(ByCoordinator).Yes().Welcome);
    }

    [Fact]
    public void Changing_a_new_group_s_description_leaves_it_new_and_a_welcomed_one_welcomed()
    {
        var group = Founded(ByLead);
        Assert.Equal(WelcomeState.New, Described(group).Welcome);
        Assert.Equal(WelcomeState.Welcomed, Described(group.LetIn(ByCoordinator).Yes()).Welcome);

        static Group Described(Group group) =>
            group.Describe(TheGroup, Description(Joining.Ask), IfMatch.Any, 1, ByLead, Now).Yes();
    }

    [Fact]
    public void The_card_of_a_new_group_is_for_its_own_area_and_each_welcome_is_news()
    {
        var group = Founded(ByLead);
        Assert.Equal(WelcomeState.New, group.CardOn(Tuesday, East)!.Welcome);
        Assert.Null(group.CardAbroad(Tuesday, East));
        Assert.True(group.IsUnknownAbroad);
        var welcomed = group.LetIn(ByCoordinator).Yes();
        Assert.Equal(WelcomeState.Welcomed, welcomed.CardAbroad(Tuesday, East)!.Welcome);
        var withdrawn = welcomed.Withdraw(ByCoordinator).Yes();
        Assert.Null(withdrawn.CardAbroad(Tuesday, East));
        Assert.False(withdrawn.IsUnknownAbroad);
        Assert.NotEqual(Digest.Of(group.Face()!), Digest.Of(welcomed.Face()!));
        Assert.NotEqual(Digest.Of(welcomed.Face()!), Digest.Of(withdrawn.Face()!));
    }

    [Fact]
    public void To_other_areas_a_new_group_answers_exactly_as_one_that_does_not_exist()
    {
        var nobody = new Group { Id = TheGroup };
        var group = Founded(ByLead);
        Message[] letters =
        [
            TheAsking(), TheAskingFor(TheMeeting), TheLeaving(), TheirWord(yes: true, 1), TheirWord(yes: false, 1),
            TheirMeeting(1),
        ];
        foreach (var letter in letters)
        {
            var expected = Answer(nobody, letter);
            Assert.Equal(expected, Answer(group, letter));
        }

        static (string? Code, bool Changed, int Letters) Answer(Group group, Message letter)
        {
            var next = group.Receive(letter, East, Now);
            return next.Refused(out var refusal, out var after)
                ? (refusal.Code, false, 0)
                : (null, !ReferenceEquals(after, group), next.Messages.Length);
        }
    }

    [Fact]
    public void A_new_group_connects_with_nobody()
    {
        var group = Founded(ByLead);
        Assert.Equal("group.new", group.Connect(West, GroupOfWest, East, 1, ByLead, Now).No());
        var welcomed = group.LetIn(ByCoordinator).Yes();
        Assert.NotEmpty(welcomed.Connect(West, GroupOfWest, East, 1, ByLead, Now).Messages);
    }

    [Fact]
    public void When_the_welcome_is_withdrawn_guests_and_connections_stay_and_can_end_and_nobody_new_comes()
    {
        var group = AGroupWithAGuest().Receive(TheirWord(yes: true, 1), East, Now).Yes()
            .Withdraw(ByCoordinator).Yes();
        Assert.Equal("group.not-found", group.Receive(TheAsking(2), East, Now).No());
        Assert.Same(group, group.Receive(TheAsking(), East, Now).Yes());
        Assert.Equal(SeatState.Ended, group.Receive(TheLeaving(), East, Now).Yes().SeatOf(TheSeat)!.State);
        Assert.Equal(ConnectionState.Asked, group.ConnectionWith(West, GroupOfWest).State);
        Assert.Equal(
            ConnectionState.Ended,
            group.Receive(TheirWord(yes: false, 2), East, Now).Yes().ConnectionWith(West, GroupOfWest).State);
    }

    private static Group Founded(Caller by) =>
        new Group().Describe(TheGroup, Description(Joining.Open), IfMatch.None, 0, by, Now).Yes();
}
