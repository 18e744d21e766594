using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Areas;

/// <summary>A group's line in the coordinators' overview, on any day.</summary>
public sealed class GroupFactsTests
{
    private static readonly DateOnly Today = London.DayOf(Now);
    private static readonly LastMeeting Lately = new(TheMeeting, Tuesday);

    private static Group Grown => AGroup() with { FoundedOn = Today.AddMonths(-10), LastConfirmed = Today };

    private static Group WithoutSeries => Grown with { Description = Grown.Description! with { Schedule = null } };

    [Fact]
    public void A_group_that_is_doing_well_needs_no_attention()
    {
        var line = Line(WithoutSeries);
        Assert.Equal((TheGroup, "Tuesday evening", GroupStatus.Active), (line.Id, line.Name, line.Status));
        Assert.Equal((3, Lately, 0), (line.People, line.LastMeeting, line.NotLogged));
        Assert.Empty(line.Attention);
        Assert.Equal([Lead], GroupFacts.Of(Grown, [], Lately, Today)!.Leads);
    }

    [Fact]
    public void A_group_that_does_not_exist_has_no_line() => Assert.Null(GroupFacts.Of(new(), [], null, Today));

    [Theory]
    [InlineData(28, true)]
    [InlineData(27, false)]
    public void A_group_is_quiet_once_it_has_held_no_meeting_for_four_weeks(int days, bool isQuiet)
    {
        var last = new LastMeeting(TheMeeting, Today.AddDays(-days));
        Assert.Equal(isQuiet, Line(WithoutSeries, last).Attention.Contains(Attention.Quiet));
        var founded = WithoutSeries with { FoundedOn = Today.AddDays(-days) };
        var none = GroupFacts.Of(founded, [], null, Today)!.LineAt(Now);
        Assert.Equal(isQuiet, none.Attention.Contains(Attention.Quiet));
    }

    [Fact]
    public void A_group_that_pauses_is_paused_and_not_quiet()
    {
        var says = WithoutSeries.Description! with { Pauses = [new(Today.AddDays(-1), Today.AddDays(2))] };
        var facts = GroupFacts.Of(WithoutSeries with { Description = says }, [], null, Today)!;
        Assert.Equal(GroupStatus.Paused, facts.LineAt(Now).Status);
        Assert.Contains(Attention.Paused, facts.LineAt(Now).Attention);
        Assert.DoesNotContain(Attention.Quiet, facts.LineAt(Now).Attention);
        Assert.Equal([Attention.Quiet], facts.LineAt(Now.AddDays(2)).Attention);
    }

    [Fact]
    public void Six_months_without_a_confirmation_are_shown()
    {
        Assert.Contains(Attention.NotConfirmed, Line(Confirmed(Today.AddMonths(-6))).Attention);
        Assert.DoesNotContain(Attention.NotConfirmed, Line(Confirmed(Today.AddMonths(-6).AddDays(1))).Attention);

        static Group Confirmed(DateOnly on) => WithoutSeries with { LastConfirmed = on };
    }

    [Fact]
    public void A_group_without_a_lead_a_full_one_and_a_new_one_are_shown()
    {
        Assert.Equal([Attention.WithoutLead], Line(WithoutSeries with { Roster = [] }).Attention);
        var full = WithoutSeries with { Description = WithoutSeries.Description! with { Capacity = 3 } };
        Assert.Equal([Attention.Full], Line(full).Attention);
        var roomy = full with { Description = full.Description! with { Capacity = 4 } };
        Assert.Empty(Line(roomy).Attention);
        Assert.Equal([Attention.New], Line(WithoutSeries with { Welcome = WelcomeState.New }).Attention);
    }

    [Fact]
    public void A_closed_group_is_listed_without_attention()
    {
        var closed = Grown with { Closure = new(null, Today), Roster = [], LastConfirmed = default };
        var line = Line(closed);
        Assert.Equal((GroupStatus.Closed, 0), (line.Status, line.NotLogged));
        Assert.Empty(line.Attention);
        Assert.Null(line.NextMeeting);
        var closing = GroupFacts.Of(Grown with { Closure = new(null, Today.AddDays(1)) }, [], Lately, Today)!;
        Assert.Equal(GroupStatus.Active, closing.LineAt(Now).Status);
        Assert.Equal(GroupStatus.Closed, closing.LineAt(Now.AddDays(1)).Status);
    }

    [Fact]
    public void Meetings_of_eight_weeks_that_are_over_and_not_logged_are_counted()
    {
        // Wednesday morning; Tuesdays since January, so the last of eight weeks was yesterday.
        Assert.Equal(8, Line(Grown).NotLogged);
        Assert.Contains(Attention.NotLogged, Line(Grown).Attention);
        var founded = Grown with { FoundedOn = Tuesday.AddDays(-7) };
        Assert.Equal(2, Line(founded).NotLogged);
        var planned = APlannedMeeting(WithoutSeries);
        var young = GroupFacts.Of(WithoutSeries with { FoundedOn = Today }, [planned], null, Today)!;
        Assert.Equal(1, young.LineAt(Now).NotLogged);
        var logged = ALoggedMeeting(Grown, ALog(1));
        Assert.Equal(7, GroupFacts.Of(Grown, [logged], Lately, Today)!.LineAt(Now).NotLogged);
    }

    [Fact]
    public void A_meeting_of_today_counts_from_when_it_ends()
    {
        var at = London.At(Tuesday, Seven)!.Value;
        var facts = GroupFacts.Of(Grown with { FoundedOn = Tuesday }, [], null, Tuesday)!;
        Assert.Equal(0, facts.LineAt(at.AddMinutes(89)).NotLogged);
        Assert.Equal(1, facts.LineAt(at.AddMinutes(90)).NotLogged);
    }

    [Fact]
    public void A_line_stays_as_it_is_until_the_time_it_says()
    {
        var facts = GroupFacts.Of(Grown with { FoundedOn = Tuesday }, [], Lately, Tuesday)!;
        var start = London.StartOf(Tuesday);
        var line = "";
        var until = start;
        var changes = 0;
        for (var now = start; now < start.AddDays(2); now = now.AddMinutes(10))
        {
            var next = Text(facts.LineAt(now));
            if (now < until)
            {
                Assert.Equal(line, next);
                continue;
            }
            line = next;
            until = facts.LineChangesAfter(now);
            changes++;
        }
        // At first, when the meeting begins, when it is over, and on Wednesday.
        Assert.Equal(4, changes);
    }

    [Fact]
    public void Facts_of_yesterday_give_the_same_line_as_those_of_today()
    {
        var group = Grown with
        {
            Description = Grown.Description! with { Pauses = [new(Today.AddDays(3), Today.AddDays(8))] },
            Closure = new(null, Today.AddDays(30)),
            FoundedOn = Today.AddDays(-40),
        };
        for (var hours = 0; hours < 24 * 60; hours += 5)
        {
            var now = Now.AddHours(hours);
            var day = London.DayOf(now);
            var fresh = GroupFacts.Of(group, [], Lately, day)!.LineAt(now);
            var late = GroupFacts.Of(group, [], Lately, day.AddDays(-1))!.LineAt(now);
            Assert.Equal(Text(fresh), Text(late));
        }
    }

    [Fact]
    public void Facts_are_the_same_after_they_were_stored()
    {
        var facts = GroupFacts.Of(Grown, [], Lately, Today)!;
        var read = JsonSerializer.Deserialize<GroupFacts>(Text(facts), PeerNetJson.Options)!;
        Assert.Equal(Text(facts.LineAt(Now)), Text(read.LineAt(Now)));
    }

    [Fact]
    public void The_next_meeting_is_the_first_that_has_not_started()
    {
        var facts = GroupFacts.Of(Grown, [], Lately, Tuesday)!;
        var at = London.At(Tuesday, Seven)!.Value;
        Assert.Equal(at, facts.LineAt(at.AddMinutes(-1)).NextMeeting!.StartsAt);
        Assert.Equal(at.AddDays(7), facts.LineAt(at).NextMeeting!.StartsAt);
    }

    private static GroupOverview Line(Group group, LastMeeting? last = null) =>
        GroupFacts.Of(group, [], last ?? Lately, Today)!.LineAt(Now);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, PeerNetJson.Options);
}
