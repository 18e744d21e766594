using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Worries;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.Worries.Worries;

namespace PeerNet.Grains.Tests.Worries;

/// <summary>Writing a worry, acting on it, answering it, and forgetting it.</summary>
public sealed class WorryTests
{
    private static readonly DateTimeOffset Later = Now.AddDays(2);

    [Fact]
    public void A_worry_waits_is_acted_on_and_is_closed_by_an_answer()
    {
        var worry = AWorry();
        Assert.Equal((WorryState.Waiting, Now), (worry.State, worry.Since));
        var acted = worry.Act(Known, ByCoordinator, Later).Yes();
        Assert.Equal((WorryState.ActedOn, Later), (acted.State, acted.Since));
        var answered = acted.Answer(AnAnswer, Known, ByCoordinator, Later.AddDays(1)).Yes();
        Assert.Equal((WorryState.Answered, Later.AddDays(1)), (answered.State, answered.Since));
        Assert.Equal(AnAnswer.Answer, answered.SeenBy(BySam, Known).Yes().Answer);
        Assert.Equal(AnAnswer.Answer, worry.Answered().SeenBy(BySam, Known).Yes().Answer);
    }

    [Fact]
    public void Sending_it_again_changes_nothing_and_other_words_are_refused()
    {
        var worry = AWorry();
        Assert.Same(worry, worry.WrittenBy(BySam).Yes());
        Assert.Equal("worry.differs", worry.WrittenBy(BySam, AboutSubject with { Text = "Other words" }).No());
        var acted = worry.Acted();
        Assert.Same(acted, acted.Act(Known, ByCoordinator, Later).Yes());
        var answered = worry.Answered();
        Assert.Same(answered, answered.WrittenBy(BySam).Yes());
        Assert.Same(answered, answered.Answer(AnAnswer, Known, ByCoordinator, Later).Yes());
        Assert.Equal("worry.answered", answered.Answer(new("Another"), Known, ByCoordinator, Later).No());
        Assert.Equal("worry.answered", answered.Act(Known, ByCoordinator, Later).No());
    }

    [Fact]
    public void Only_people_whom_the_area_knows_write()
    {
        Assert.Equal("member.not-found", new Worry().WrittenBy(Caller.Visitor).No());
        Assert.Equal("member.not-found", new Worry().WrittenBy(BySam, own: MemberStanding.None).No());
        Assert.Equal("member.erased", new Worry().WrittenBy(BySam, own: Gone).No());
        Assert.Equal("worry.not-found", AWorry().WrittenBy(ByStranger).No());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void It_needs_words(string text)
    {
        Assert.Equal("worry.field", new Worry().WrittenBy(BySam, AboutSubject with { Text = text }).No());
        Assert.Equal("worry.field", AWorry().Answer(new(text), Known, ByCoordinator, Now).No());
        Assert.Equal("worry.field", new Worry().WrittenBy(BySam, AboutSubject with { SubjectId = Guid.Empty }).No());
    }

    [Fact]
    public void Its_writer_and_coordinators_see_it_and_nobody_else()
    {
        var worry = AWorry().Answered();
        Assert.Null(worry.SeenBy(BySam, Known).Yes().WrittenBy);
        Assert.Equal(Sam, worry.SeenBy(ByCoordinator, Known).Yes().WrittenBy);
        Caller[] others =
            [Caller.Visitor, ByStranger, ByLead, By(Subject), BySubject, new(CallerRole.NetworkCoordinator, Person(7))];
        Assert.All(others, by => Assert.Equal("worry.not-found", worry.SeenBy(by, Known).No()));
    }

    [Fact]
    public void A_coordinator_whom_it_is_about_can_do_nothing_with_it()
    {
        var worry = AWorry();
        Assert.Equal("worry.not-found", worry.Act(Known, BySubject, Now).No());
        Assert.Equal("worry.not-found", worry.Answer(AnAnswer, Known, BySubject, Now).No());
        Assert.Equal("worry.not-found", worry.Answer(new(""), Known, BySubject, Now).No());
        Assert.Equal("access.coordinators-only", worry.Act(Known, By(Subject), Now).No());
        Assert.Equal("access.coordinators-only", worry.Answer(AnAnswer, Known, BySam, Now).No());
    }

    [Fact]
    public void A_coordinator_who_leads_the_group_or_led_it_then_cannot_read_it()
    {
        var worry = AWorry(AboutGroup);
        Assert.Equal("worry.not-found", worry.SeenBy(Coordinator(Lead), Known).No());
        Assert.Equal("worry.not-found", worry.SeenBy(ByCoordinator, ALead).No());
        Assert.Equal("worry.not-found", worry.Act(ALead, ByCoordinator, Now).No());
        Assert.Equal(AboutGroup.Text, worry.SeenBy(ByCoordinator, Known).Yes().Text);
    }

    [Fact]
    public void A_worry_about_an_offer_is_hidden_from_its_maker_and_the_leads_of_its_group()
    {
        var says = new WriteWorry(WorrySubject.Offer, Guid.CreateVersion7(), "It asks for money.");
        var concern = new WorryConcern(Subject, TheGroup) { Leads = [Lead] };
        var worry = new Worry().Write(TheWorry, says, concern, Known, BySam, Now).Yes();
        Assert.Equal("worry.not-found", worry.SeenBy(BySubject, Known).No());
        Assert.Equal("worry.not-found", worry.SeenBy(Coordinator(Lead), Known).No());
        Assert.Equal(says.SubjectId, worry.SeenBy(ByCoordinator, Known).Yes().SubjectId);
    }

    [Fact]
    public void Erasing_either_person_leaves_only_that_the_id_was_used()
    {
        foreach (var person in new[] { Sam, Subject })
        {
            var row = new Worry().InARow().Stored(worry => worry.WrittenBy(BySam)).Stored(worry => worry.Answered());
            var erased = row.Receives(new PersonErased(person, "worry", TheWorry.Value));
            Assert.Equal("worry.not-found", erased.Record.SeenBy(BySam, Known).No());
            Assert.Equal("worry.not-found", erased.Record.SeenBy(ByCoordinator, Known).No());
            Assert.Equal("worry.not-found", erased.Record.WrittenBy(BySam).No());
            var json = JsonSerializer.Serialize(erased, PeerNetJson.Options);
            string[] gone = [$"{Sam}", $"{Subject}", "shouted", "spoken", "person"];
            Assert.All(gone, word => Assert.DoesNotContain(word, json, StringComparison.Ordinal));
            Assert.Same(erased, erased.Receives(new PersonErased(person, "worry", TheWorry.Value)));
        }
        var other = AWorry().InARow();
        Assert.Same(other, other.Receives(new PersonErased(Stranger, "worry", TheWorry.Value)));
    }

    [Fact]
    public void A_writer_who_was_erased_meanwhile_is_forgotten()
    {
        var row = new Worry().InARow().Stored(worry => worry.WrittenBy(BySam));
        var written = Assert.Single(row.Outbox.Sent<WorryWritten>());
        Assert.Equal((Sam, TheWorry), (written.Writer, written.Worry));
        var member = AMember();
        Assert.Same(member, member.Receive(written, Abroad.West, 1, Now).Yes());
        var erased = member.Erase(BySam, Now).Yes();
        Assert.Equal("member.erased", erased.Receive(written, Abroad.West, 1, Now).No());
        var forgotten = row.Settled(written.Operation, "member.erased");
        Assert.Empty(forgotten.Outbox);
        Assert.Null(forgotten.Record.Says);
        Assert.Equal(AboutSubject, row.Settled(written.Operation, null).Record.Says);
    }
}
