using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class JoiningTests
{
    [Fact]
    public void An_open_group_takes_whoever_comes()
    {
        var group = AGroup().Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Contains(Stranger, group.Standing.Roster);
        var asMember = AGroup().Join(Stranger, new(Part.Member), Known, ByStranger, Now).Yes();
        Assert.Equal(group.Roster, asMember.Roster);
    }

    [Fact]
    public void A_full_group_refuses_one_more() =>
        Assert.Equal("group.full", AGroup(people: 3, capacity: 3).Join(Stranger, new(), Known, ByLead, Now).No());

    [Fact]
    public void A_full_group_lets_an_outsider_wait_as_if_it_had_not_answered_yet()
    {
        var full = AGroup(people: 3, capacity: 3).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(Part.Asked, full.MembershipOf(Stranger)!.Part);
        Assert.Same(full, full.Join(Stranger, new(), Known, ByStranger, Now).Yes());
    }

    [Fact]
    public void People_who_ask_are_bounded_and_a_request_lapses_after_ninety_days()
    {
        var waiting = Enumerable.Range(100, 200).Aggregate(
            AGroup(joining: Joining.Ask), (group, n) => group.Join(Person(n), new(), Known, By(Person(n)), Now).Yes());
        Assert.Equal("group.too-many-asked", waiting.Join(Stranger, new(), Known, ByStranger, Now).No());
        var later = waiting.Join(Stranger, new(), Known, ByStranger, Now.AddDays(90)).Yes();
        Assert.Equal(1, later.Roster.Count(m => m.Part == Part.Asked));
    }

    [Fact]
    public void A_person_who_asks_does_not_belong_until_a_lead_accepts()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.DoesNotContain(Stranger, asked.Standing.Roster);
        Assert.Equal(Part.Asked, asked.Roster[^1].Part);
        Assert.Same(asked, asked.Join(Stranger, new(), Known, ByStranger, Now).Yes());
        Assert.Contains(Stranger, asked.Join(Stranger, new(), Known, ByLead, Now).Yes().Standing.Roster);
    }

    [Fact]
    public void A_group_by_invitation_takes_nobody_who_comes_alone_but_whom_a_lead_invites()
    {
        var group = AGroup(joining: Joining.Invite);
        Assert.Equal("group.by-invitation", group.Join(Stranger, new(), Known, ByStranger, Now).No());
        Assert.Contains(Stranger, group.With(Stranger).Standing.Roster);
    }

    [Fact]
    public void A_lead_shares_the_lead_and_may_then_leave()
    {
        var group = AGroup();
        Assert.Equal("group.last-lead", group.Leave(Lead, ByLead, Now).No());
        Assert.Equal("group.last-lead", group.Join(Lead, new(Part.Member), Known, ByLead, Now).No());
        var shared = group.Join(Sam, new(Part.CoLead), Known, ByLead, Now).Yes();
        Assert.Equal([Sam], shared.Leave(Lead, ByLead, Now).Yes().Standing.Leads);
    }

    [Fact]
    public void The_only_lead_stays_while_there_is_anyone_else()
    {
        Assert.Equal("group.last-lead", AGroup(people: 2).Leave(Lead, ByLead, Now).No());
        Assert.Empty(AGroup(people: 1).Leave(Lead, ByLead, Now).Yes().Roster);
    }

    [Fact]
    public void The_area_lets_go_even_of_the_last_lead() =>
        Assert.DoesNotContain(Lead, AGroup().Leave(Lead, Caller.Area, Now).Yes().Standing.Roster);

    [Fact]
    public void Nobody_brings_others_in_or_takes_them_out_but_leads_and_coordinators()
    {
        Assert.Equal("access.not-yours", AGroup().Join(Stranger, new(), Known, BySam, Now).No());
        Assert.Equal("access.not-yours", AGroup().Leave(Person(3), BySam, Now).No());
        Assert.DoesNotContain(Person(3), AGroup().Leave(Person(3), ByCoordinator, Now).Yes().Standing.Roster);
    }

    [Fact]
    public void Someone_without_a_record_or_erased_does_not_join()
    {
        Assert.Equal("group.person-unknown", AGroup().Join(Stranger, new(), MemberStanding.None, ByStranger, Now).No());
        Assert.Equal(
            "member.erased", AGroup().Join(Stranger, new(), Known with { Erased = true }, ByStranger, Now).No());
        Assert.Equal(
            "group.person-unknown", AGroup().Join(Stranger, new(), MemberStanding.None, Caller.Area, Now).No());
    }

    [Fact]
    public void A_closed_group_takes_nobody_and_lets_everybody_go()
    {
        var closed = AGroup().Close(new("We are done"), ByLead, Now).Yes();
        Assert.Equal("group.closed", closed.Join(Stranger, new(), Known, ByLead, Now).No());
        Assert.DoesNotContain(Sam, closed.Leave(Sam, BySam, Now).Yes().Standing.Roster);
    }

    [Fact]
    public void Joining_and_leaving_twice_is_joining_and_leaving_once()
    {
        var joined = AGroup().Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Same(joined, joined.Join(Stranger, new(), Known, ByStranger, Now.AddDays(1)).Yes());
        var left = joined.Leave(Stranger, ByStranger, Now).Yes();
        Assert.Same(left, left.Leave(Stranger, ByStranger, Now).Yes());
    }

    [Fact]
    public void Every_change_of_a_part_is_posted_to_the_person_once_and_forgotten_when_delivered()
    {
        var joined = AGroup(people: 2).InARow(7).Stored(group => group.Join(Stranger, new(), Known, ByStranger, Now));
        var news = joined.Outbox.Sent<MembershipChanged>().Last();
        Assert.Equal(new(Stranger, TheGroup, Part.Member, 8) { IsOwnWish = true }, news);
        Assert.DoesNotContain(news, joined.Settled(news.Operation, null).Outbox.Sent<MembershipChanged>());
        Assert.DoesNotContain(Stranger, joined.Settled(news.Operation, "member.erased").Record.Standing.Roster);
    }

    [Fact]
    public void The_person_s_record_learns_whether_they_joined_by_themselves_or_a_lead_said_yes()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.False(News(asked.Join(Stranger, new(), Known, ByLead, Now)).IsOwnWish);
        var open = asked with { Description = asked.Description! with { Joining = Joining.Open } };
        Assert.True(News(open.Join(Stranger, new(), Known, ByStranger, Now)).IsOwnWish);
        var invited = AGroup().Join(Stranger, new(), Known, ByLead, Now).Yes();
        Assert.True(News(invited.Join(Stranger, new(), Known, ByStranger, Now)).IsOwnWish);

        static MembershipChanged News(Next<Group> joined)
        {
            var news = joined.Messages.OfType<MembershipChanged>().Single();
            Assert.Equal(Part.Member, news.Part);
            return news;
        }
    }

    [Fact]
    public void Delivering_one_fact_leaves_the_person_s_later_ones_waiting()
    {
        var row = AGroup(people: 1).InARow(7)
            .Stored(group => group.Join(Stranger, new(), Known, ByStranger, Now))
            .Stored(group => group.Join(Stranger, new(Part.CoLead), Known, ByLead, Now))
            .Stored(group => group.Leave(Stranger, ByStranger, Now));
        Part?[] Waiting() => [.. row.Outbox.Sent<MembershipChanged>().Select(fact => fact.Part)];
        Assert.Equal([Part.Member, Part.CoLead, null], Waiting());
        row = row.Settled(row.Outbox[0].Message.Operation, null);
        Assert.Equal([Part.CoLead, null], Waiting());
        row = row.Settled(row.Outbox[0].Message.Operation, null);
        Assert.Equal([null], Waiting());
    }

    [Fact]
    public void A_group_forgets_somebody_who_is_erased_even_its_last_lead_and_only_them()
    {
        var forgotten = AGroup().InARow().Receives(new PersonErased(Lead, "group", TheGroup.Value));
        Assert.Equal([Sam, Person(3)], forgotten.Record.Standing.Roster);
        Assert.Empty(forgotten.Outbox);
        Assert.Same(forgotten, forgotten.Receives(new PersonErased(Lead, "group", TheGroup.Value)));
    }

    [Fact]
    public void Joining_and_leaving_all_day_pushes_nobody_out_of_the_rosters_of_past_meetings()
    {
        var founded = Now.AddDays(-100);
        var group = new Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, founded).Yes();
        group = group.Join(Sam, new(), Known, BySam, founded).Yes().Leave(Sam, BySam, Now.AddDays(-20)).Yes();
        for (var time = 0; time < 600; time++)
            group = group.Join(Stranger, new(), Known, ByStranger, Now).Yes().Leave(Stranger, ByStranger, Now).Yes();
        Assert.Contains(Sam, group.StandingFor(TheMeeting, Now).RosterOn(new(2026, 9, 15)));
    }

    [Fact]
    public void A_request_to_join_that_nobody_answers_expires_after_ninety_days()
    {
        var late = Now.AddDays(90);
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now);
        Assert.Equal(late, asked.Messages.OfType<MembershipChanged>().Single().Until);
        var group = asked.Yes();
        Assert.Equal([Stranger], Seen(group, late.AddSeconds(-1)));
        Assert.Empty(Seen(group, late));
        Assert.True(group.StandingFor(TheMeeting, Now).MayBeMarked(Stranger, TheMeeting, Tuesday));
        Assert.False(group.StandingFor(TheMeeting, late).MayBeMarked(Stranger, TheMeeting, Tuesday));
        Assert.Equal(
            Part.Invited, group.Join(Stranger, new(), Known, ByLead, late).Yes().MembershipOf(Stranger)!.Part);
        var again = group.Join(Stranger, new(), Known, ByStranger, late).Yes();
        Assert.Equal((Part.Asked, late), (again.MembershipOf(Stranger)!.Part, again.MembershipOf(Stranger)!.Since));

        static IEnumerable<MemberId> Seen(Group group, DateTimeOffset at) =>
            group.SeenBy(ByLead, Abroad.East, null, 1, at).Yes().Asked!.Value;
    }

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, "group.too-many-led")]
    public void Whoever_leads_many_groups_founds_no_more(int led, string? code)
    {
        var founder = Known with { Leads = [.. Enumerable.Repeat(TheGroup, led)] };
        Assert.Equal(code, Group.WhyNotFound(founder, maxLed: 15)?.Code);
        Assert.Equal("member.erased", Group.WhyNotFound(founder with { Erased = true }, maxLed: 15)?.Code);
    }
}
