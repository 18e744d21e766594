using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

/// <summary>
/// What a person, their groups and coordinators see of a record, and what other records need from it.
/// </summary>
public sealed class SeeingTests
{
    private static readonly ConsentChanges Everything =
        new() { NameToGroups = true, ContactToLeads = true, HelpsToLeads = true };

    [Fact]
    public void A_coordinator_sees_how_to_reach_a_person_and_not_what_helps_them_or_what_they_agreed_to()
    {
        var seen = AMember(consents: Everything).SeenBy(ByCoordinator, MemberStanding.None, 7, Now).Yes();
        Assert.Equal(("Sam", "01632 960001", null, 7), (seen.Name, seen.Contact!.Phone, seen.Helps, seen.Version));
        Assert.Null(seen.ConsentReceipts);
    }

    [Theory]
    [InlineData(Part.Asked, true, false)]
    [InlineData(Part.Member, true, true)]
    [InlineData(Part.Invited, false, false)]
    [InlineData(null, false, false)]
    public void Leads_see_whoever_belongs_or_asks_and_fellow_members_only_whoever_belongs(
        Part? part, bool byLeads, bool byFellows)
    {
        var member = In(AMember(consents: Everything), TheGroup, part);
        var lead = member.SeenBy(ByLead, new(true, false, [TheGroup], [TheGroup], []), 1, Now);
        Assert.Equal(byLeads, !lead.Refused(out _, out var seen));
        Assert.Equal(byLeads, seen?.Helps is not null);
        var fellow = member.SeenBy(By(Person(3)), new(true, false, [TheGroup], [], []), 1, Now);
        Assert.Equal(byFellows, !fellow.Refused(out _, out var some));
        Assert.Equal((null, null), (some?.Contact, some?.Helps));
    }

    [Fact]
    public void Erasure_is_known_to_the_person_and_to_coordinators_and_to_nobody_else()
    {
        var erased = AMember().Erase(BySam, Now).Yes();
        Assert.Equal("member.erased", erased.SeenBy(BySam, Known, 1, Now).No());
        Assert.Equal("member.erased", erased.SeenBy(ByCoordinator, MemberStanding.None, 1, Now).No());
        Assert.Equal("member.not-found", erased.SeenBy(ByStranger, Known, 1, Now).No());
        Assert.Equal("member.not-found", new Member().SeenBy(ByCoordinator, MemberStanding.None, 1, Now).No());
        Assert.Equal("member.not-found", new Member().Erase(ByCoordinator, Now).No());
        Assert.Equal("member.erased", erased.Receive(new SeatChanged(Sam, ASeat(1), 1), West, 1, Now).No());
        Assert.Equal("member.not-found", erased.Erase(ByStranger, Now).No());
    }

    [Fact]
    public void A_person_sees_their_groups_and_seats_and_nobody_else_s_messages_are_applied()
    {
        var member = In(In(AMember(), TheGroup, Part.CoLead), GroupOfWest, null)
            .NoteSeat(new(Sam, ASeat(1), 1), Now).Yes().NoteSeat(new(Sam, ASeat(2), 1), Now).Yes();
        var seen = member.SeenBy(BySam, Known, 1, Now).Yes();
        Assert.Equal([new(TheGroup, Part.CoLead)], seen.Groups!.Value);
        Assert.Equal([ASeat(1), ASeat(2)], seen.Seats!.Value);
        Assert.Equal("link.misdirected", member.Receive(TheEnd(), West, 1, Now).No());
    }

    [Fact]
    public void Other_records_learn_where_a_person_belongs_and_leads_and_which_seats_they_have()
    {
        var groups = Enumerable.Range(1, 5).Select(n => new GroupId(Person(1000 + n).Value)).ToArray();
        Part?[] parts = [Part.Invited, Part.Asked, Part.Member, Part.CoLead, Part.Lead];
        var member = groups.Zip(parts).Aggregate(AMember(), (one, next) => In(one, next.First, next.Second));
        Assert.Equal(groups[2..], member.Standing.Groups);
        Assert.Equal(groups[3..], member.Standing.Leads);
        Assert.Equal((true, false), (member.Standing.Known, member.Standing.Erased));
        Assert.False(new Member().Standing.Known);
        SeatState[] states = [SeatState.Asked, SeatState.Seated, SeatState.Declined, SeatState.Ended];
        var seated = states.Index().Aggregate(AMember(), (one, next) =>
            one.NoteSeat(new(Sam, ASeat(next.Index) with { State = next.Item }, 1), Now).Yes());
        Assert.Equal([Token(0), Token(1)], seated.Standing.Seats.Select(seat => seat.SeatId));
    }

    [Fact]
    public void News_that_comes_twice_changes_nothing()
    {
        var member = In(AMember(), TheGroup, Part.Member).NoteSeat(new(Sam, ASeat(1), 4), Now).Yes();
        Assert.Same(member, member.Note(new(Sam, TheGroup, Part.CoLead, 3), Now).Yes());
        Assert.Same(member, member.NoteSeat(new(Sam, ASeat(1) with { State = SeatState.Ended }, 4), Now).Yes());
        Assert.NotSame(member, member.NoteSeat(new(Sam, ASeat(1) with { State = SeatState.Ended }, 5), Now).Yes());
    }

    [Fact]
    public void A_record_is_created_or_changed_only_in_the_version_that_was_read()
    {
        var says = new MemberProfile { Name = "Samira" };
        Assert.Equal("version.stale", new Member().Describe(Sam, says, IfMatch.Exactly(1), 0, BySam, Known, Now).No());
        Assert.Equal("version.needed", AMember().Describe(Sam, says, IfMatch.None, 1, BySam, Known, Now).No());
        Assert.Equal(
            "Samira", AMember().Describe(Sam, says, IfMatch.Exactly(1), 1, BySam, Known, Now).Yes().Profile!.Name);
    }

    [Fact]
    public void The_area_writes_what_people_said_elsewhere_and_nobody_keeps_the_record()
    {
        var says = new MemberProfile { Name = "Sam", Helps = "Quiet", Consents = Everything };
        var created = new Member().Describe(Sam, says, IfMatch.None, 0, Caller.Area, MemberStanding.None, Now).Yes();
        Assert.Equal(("Quiet", true), (created.Profile!.Helps, created.Profile.Consents.HelpsToLeads));
        Assert.Null(created.Standing.KeptBy);
        var changed = created.Describe(
            Sam, says with { Helps = "A ramp" }, IfMatch.Any, 1, Caller.Area, MemberStanding.None, Now).Yes();
        Assert.Equal("A ramp", changed.Profile!.Helps);
        Assert.Null(AMember().Creation);
    }

    [Fact]
    public void Whoever_writes_somebody_down_is_answered_with_what_they_sent()
    {
        var says =
            new MemberProfile { Name = "Sam", Contact = new() { Phone = "1" }, Helps = "Quiet", Consents = Everything };
        var answer = AMember().AnsweredTo(ByLead, says, 9, Now).Yes();
        Assert.Equal(
            (Sam, "Sam", says.Contact, "Quiet", 1),
            (answer.Id, answer.Name, answer.Contact, answer.Helps, answer.Version));
        Assert.Equal(new(true, true, true), answer.Consents);
        Assert.Equal(9, AMember().AnsweredTo(BySam, says, 9, Now).Yes().Version);
        Assert.Equal(9, AMember().AnsweredTo(ByCoordinator, says, 9, Now).Yes().Version);
    }

    [Fact]
    public void A_look_in_the_name_of_the_area_leaves_no_trace_and_one_at_needs_alone_does()
    {
        var member = AMember();
        Assert.Same(member, member.ViewedBy(Caller.Area, new() { Id = Sam, Helps = "Quiet" }, Now));
        var seen = member.ViewedBy(ByLead, new() { Id = Sam, Helps = "Quiet" }, Now);
        Assert.Equal([PrivateField.Helps], seen.Views.Single().Saw);
        var more = seen.ViewedBy(ByLead, new() { Id = Sam, Contact = new() }, Now.AddHours(1));
        Assert.Equal([PrivateField.Contact, PrivateField.Helps], more.Views.Single().Saw);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("helps")]
    [InlineData("contact.email")]
    [InlineData("contact.phone")]
    [InlineData("contact.other")]
    public void A_field_of_a_profile_that_is_too_long_is_refused_by_name(string field)
    {
        var text = new string('x', 5000);
        var contact = new Contact();
        var says = new MemberProfile { Name = "Sam" };
        var wrong = field switch
        {
            "name" => says with { Name = text },
            "helps" => says with { Helps = text },
            "contact.email" => says with { Contact = contact with { Email = $"{text}@example.invalid" } },
            "contact.phone" => says with { Contact = contact with { Phone = text } },
            _ => says with { Contact = contact with { Other = text } },
        };
        Assert.Equal(field, ProfileRules.Check(wrong)?.Field);
    }

    [Fact]
    public void An_e_mail_address_has_one_at_sign()
    {
        MemberProfile With(string email) => new() { Name = "Sam", Contact = new() { Email = email } };
        Assert.Equal("contact.email", ProfileRules.Check(With("sam.example.invalid"))?.Field);
        Assert.Null(ProfileRules.Check(With("sam@example.invalid")));
    }

    private static SeatPart ASeat(int number) =>
        new(Token(number), East, new(Person(2000 + number).Value), SeatState.Seated);

    private static Member In(Member member, GroupId group, Part? part) =>
        member.Note(new(member.Id, group, Part.Member, 2), Now).Yes().Note(new(member.Id, group, part, 3), Now).Yes();
}
