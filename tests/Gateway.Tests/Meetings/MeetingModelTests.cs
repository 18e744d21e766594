using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>What the pages of a meeting make of what they read.</summary>
public sealed class MeetingModelTests
{
    private static readonly GroupDetails Tea =
        new(new() { Name = "Tea" }, new("east-sussex"), new(Guid.CreateVersion7()));

    [Fact]
    public void Of_those_who_are_coming_some_are_named_and_the_others_are_counted()
    {
        var people = Enumerable.Range(0, 4).Select(_ => new MemberId(Guid.CreateVersion7())).ToArray();
        var meeting = new MeetingDetails
        {
            Id = new(Guid.CreateVersion7()), GroupId = Tea.Id, HeldOn = RunningArea.Today, StartsAt = Scene.Seven,
            State = MeetingState.Planned, People = [new(people[0], "Guest")],
            Intentions =
            [
                new(people[0], Intention.Coming), new(people[1], Intention.Coming), new(people[2], Intention.Coming),
                new(people[3], Intention.NotComing),
            ],
        };
        var group = Tea with { People = [new(people[1], null), new(people[2], "Sam"), new(people[3], "Pat")] };
        var model = new MeetingModel(meeting, group, Caller.Visitor, RunningArea.Now);
        var (names, others) = model.WhoSaid(Intention.Coming);
        Assert.Equal(["Sam", "Guest"], names);
        Assert.Equal(1, others);
        Assert.Equal(0, model.WhoSaid(Intention.NotComing).Others);
    }

    [Fact]
    public void What_was_logged_or_is_over_is_listed_from_the_last_and_the_rest_from_the_next()
    {
        var today = RunningArea.Today;
        MeetingLine[] lines = [Line(-14), Line(-7), Line(0, logged: true), Line(0), Line(7)];
        var model = new MeetingsModel(Tea, [.. lines], today, IsSignedIn: true);
        Assert.Equal([lines[2], lines[1], lines[0]], model.Past);
        Assert.Equal([lines[3], lines[4]], model.Ahead);
    }

    [Theory]
    [InlineData("online", null, true)]
    [InlineData("online", "Hall", false)]
    [InlineData("other", null, false)]
    [InlineData(null, null, false)]
    public void A_meeting_of_a_series_that_is_online_is_online_unless_it_has_a_place(
        string? series, string? place, bool isOnline)
    {
        var online = new Series { Id = "online", Versions = [], Format = MeetingFormat.Online };
        var says = new GroupDescription { Name = "Tea", Schedule = new() { Series = [online] } };
        var meeting = new MeetingDetails
        {
            Id = new(Guid.CreateVersion7()), GroupId = Tea.Id, HeldOn = RunningArea.Today, StartsAt = Scene.Seven,
            State = MeetingState.Planned, Series = series, Place = place is null ? null : new() { Name = place },
        };
        var model = new MeetingModel(meeting, new(says, new("east-sussex"), Tea.Id), Caller.Visitor, RunningArea.Now);
        Assert.Equal(isOnline, model.IsOnline);
    }

    private static MeetingLine Line(int day, bool logged = false) => new()
    {
        Id = new(Guid.CreateVersion7()), HeldOn = RunningArea.Today.AddDays(day), StartsAt = Scene.Seven, Minutes = 60,
        State = MeetingState.Planned, Logged = logged,
    };
}
