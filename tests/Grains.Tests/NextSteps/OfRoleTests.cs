using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>A next step that a role is asked for, which answers with a record that belongs to no group.</summary>
public sealed class OfRoleTests
{
    private static readonly RoleId TheRole = new(new("01990000-0000-7000-8000-0000000000d9"));
    private static readonly MemberId Holder = Person(51);
    private static readonly RoleStanding Housing = new("Housing lead, City Council", Holder);
    private static readonly RoleSpeaker Speaker = new(Housing, Known, By(Holder));
    private static readonly WriteNextStep AskedOfRole = AText with { OwnerRoleId = TheRole };

    [Fact]
    public void The_role_that_is_asked_says_yes_and_does_it_like_any_owner()
    {
        var open = Open();
        Assert.Equal((NextStepState.Open, true, null), (open.State, open.IsOfRole, open.Owner));
        Assert.Same(open, open.TakeOnAsRole(Speaker, Now).Yes());
        var told = open.TellAsRole(News(1), new("We measured it"), Speaker, Now).Yes();
        Assert.Same(told, told.TellAsRole(News(1), new("We measured it"), Speaker, Now).Yes());
        Assert.Equal("next-step.news-differs", told.TellAsRole(News(1), new("No"), Speaker, Now).No());
        Assert.Equal("next-step.field", told.TellAsRole(News(2), new(" "), Speaker, Now).No());
        var done = told.SayDone(Known, Now, Speaker).Yes();
        Assert.Same(done, done.SayDone(Known, Now, Speaker).Yes());
        Assert.Equal([Housing.Name, Housing.Name, Housing.Name], done.Entries.Select(entry => entry.RoleName));
        Assert.All(done.Entries, entry => Assert.Null(entry.GroupId));
        Assert.Equal(NextStepState.Kept, done.Keep(Neighbours, LeadsNeighbours, Now).Yes().State);
    }

    [Fact]
    public void A_role_never_says_that_its_own_was_kept_not_even_for_a_group()
    {
        var done = Open().SayDone(Known, Now, Speaker).Yes();
        Assert.Equal("next-step.own-voice", done.Keep(Neighbours, Known, Now, Speaker).No());
        var twoHats = new RoleSpeaker(Housing, LeadsNeighbours, By(Holder));
        Assert.Equal("next-step.own-voice", done.Keep(Neighbours, LeadsNeighbours, Now, twoHats).No());
        Assert.Empty(done.SeenBy(By(Holder), LeadsNeighbours, 1, Now, Housing).Yes().Yours!.KeepFor);
    }

    [Fact]
    public void Only_whoever_answers_for_the_role_speaks_for_it_with_a_record_that_sees_nobody()
    {
        var another = new RoleSpeaker(Housing, Known, BySam);
        Assert.Equal("role.holder-only", Asked().TakeOnAsRole(another, Now).No());
        Assert.Equal("role.holder-only", Asked().Decline(new("No"), another, Now).No());
        Assert.Equal("role.holder-only", Open().TellAsRole(News(1), new("News"), another, Now).No());
        Assert.Equal("role.holder-only", Open().SayDone(Leads, Now).No());
        Assert.Equal("role.holder-only", Open().SayDone(Leads, Now, another).No());
        Assert.Equal("access.leads-only", Open().Drop(new("Why"), Leads, ByLead, Now, another).No());
        foreach (var speaker in new[]
        {
            new RoleSpeaker(Housing, In(Neighbours), By(Holder)),
            new RoleSpeaker(Housing, Known, new(CallerRole.Coordinator, Holder)),
        })
        {
            Assert.Equal("role.two-hats", Asked().TakeOnAsRole(speaker, Now).No());
            Assert.Equal("role.two-hats", Open().SayDone(speaker.Own, Now, speaker).No());
        }
        Assert.Equal("role.holder-only", AWish().TakeOnAsRole(Speaker, Now).No());
        Assert.Equal("next-step.not-found", new NextStep().TakeOnAsRole(Speaker, Now).No());
        Assert.Equal("next-step.state", Asked().TellAsRole(News(1), new("News"), Speaker, Now).No());
    }

    [Fact]
    public void A_step_that_a_role_is_asked_for_waits_for_it_until_it_says_no()
    {
        Assert.Equal("next-step.asked-of-another", Asked().TakeOn(TheGroup, Leads, Now).No());
        var declined = Asked().Decline(new("It is not ours"), Speaker, Now).Yes();
        Assert.Equal((NextStepState.Wish, true), (declined.State, declined.HasDeclined));
        Assert.Same(declined, declined.Decline(new("It is not ours"), Speaker, Now).Yes());
        Assert.Equal("next-step.state", declined.Decline(new("Another reason"), Speaker, Now).No());
        Assert.Equal("next-step.field", Asked().Decline(new(" "), Speaker, Now).No());
        Assert.Equal((TheGroup, false), (
            declined.TakeOn(TheGroup, Leads, Now).Yes().Owner, declined.TakeOn(TheGroup, Leads, Now).Yes().IsOfRole));
        Assert.True(declined.TakeOnAsRole(Speaker, Now).Yes().IsOfRole);
        var taken = declined.TakeOn(TheGroup, Leads, Now).Yes();
        Assert.Equal("next-step.state", taken.TakeOnAsRole(Speaker, Now).No());
        Assert.Equal("next-step.leads-only", taken.SayDone(Known, Now, Speaker).No());
    }

    [Fact]
    public void A_role_takes_on_what_it_has_read_and_gives_up_what_is_its_own()
    {
        Assert.Equal("version.stale", Asked().TakeOnAsRole(Speaker, Now, IfMatch.Exactly(1), 2).No());
        Assert.Equal("access.leads-only", Asked().Drop(new("Why"), Known, By(Holder), Now, Speaker).No());
        var dropped = Open().Drop(new("The money is gone"), Known, By(Holder), Now, Speaker).Yes();
        Assert.Equal((NextStepState.Dropped, Housing.Name), (dropped.State, dropped.Entries[^1].RoleName));
        Assert.Same(dropped, dropped.Drop(new("The money is gone"), Known, By(Holder), Now, Speaker).Yes());
    }

    [Fact]
    public void It_asks_a_role_of_the_area_or_a_group_and_not_both()
    {
        Assert.Equal("next-step.field", new NextStep().WrittenFor(AskedOfRole, RoleStanding.None).No());
        var both = AskedOfRole with { OwnerId = TheGroup };
        Assert.Equal("next-step.field", new NextStep().WrittenFor(both, Housing).No());
        Assert.Null(AWish().RoleName);
        var declined = Asked().Decline(new("It is not ours"), Speaker, Now).Yes();
        Assert.True(declined.WrittenFor(AskedOfRole with { Text = "Ask again" }, Housing).Yes().HasDeclined);
        var other = AskedOfRole with { OwnerRoleId = new RoleId(TheStep.Value) };
        Assert.False(declined.WrittenFor(other, Housing).Yes().HasDeclined);
    }

    [Fact]
    public void People_in_all_areas_read_it_once_the_role_has_taken_it_on()
    {
        var asked = new NextStep().WrittenFor(AskedOfRole with { Readers = Readers.AllAreas }, Housing).Yes();
        Assert.Null(asked.CardIn(Abroad.East));
        Assert.NotNull(asked.TakeOnAsRole(Speaker, Now).Yes().CardIn(Abroad.East));
    }

    [Fact]
    public void What_a_role_can_do_is_what_it_is_not_refused()
    {
        var declined = Asked().Decline(new("It is not ours"), Speaker, Now).Yes();
        var done = Open().SayDone(Known, Now, Speaker).Yes();
        foreach (var step in new[] { AWish(), Asked(), declined, Open(), done })
        {
            foreach (var by in new[] { By(Holder), BySam })
            {
                var speaker = new RoleSpeaker(Housing, Known, by);
                var seen = step.SeenBy(by, Known, 1, Now, Housing).Yes();
                var acts = seen.Yours!;
                Assert.Equal(by == By(Holder) && step.Says!.OwnerRoleId is not null, seen.IsForMe);
                Assert.Equal(step.Changes(step.TakeOnAsRole(speaker, Now)), acts.CanTakeOn);
                Assert.Equal(step.Changes(step.Decline(new("Why"), speaker, Now)), acts.CanDecline);
                Assert.Equal(step.Changes(step.TellAsRole(News(9), new("News"), speaker, Now)), acts.CanTell);
                Assert.Equal(step.Changes(step.SayDone(Known, Now, speaker)), acts.CanSayDone);
                Assert.Equal(step.Changes(step.Drop(new("Why"), Known, by, Now, speaker)), acts.CanDrop);
            }
        }
    }

    private static NextStep Asked() => new NextStep().WrittenFor(AskedOfRole, Housing).Yes();

    private static NextStep Open() => Asked().TakeOnAsRole(Speaker, Now).Yes();
}
