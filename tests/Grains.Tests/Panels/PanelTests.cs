using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;
using static PeerNet.Grains.Tests.Panels.Panels;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Panels;

/// <summary>A panel, from setting it up to the day on which it is gone.</summary>
public sealed class PanelTests
{
    private static readonly DateOnly LastDay = new(2027, 5, 24);

    [Fact]
    public void A_lead_sets_it_up_and_changes_the_draft_that_they_have_read()
    {
        var draft = ADraft();
        var same = Recruiting with { Questions = [.. Recruiting.Questions] };
        Assert.Same(draft, SetUp(draft, same).Yes());
        var other = Recruiting with { Title = "Supported living" };
        Assert.Equal("version.needed", SetUp(draft, other).No());
        Assert.Equal("version.stale", SetUp(draft, other, IfMatch.Exactly(2)).No());
        Assert.Equal("Supported living", SetUp(draft, other, IfMatch.Exactly(1)).Yes().Says!.Title);
        Assert.Equal("panel.field", SetUp(draft, other with { Groups = [TheGroup] }, IfMatch.Any).No());
    }

    [Fact]
    public void Only_a_lead_of_one_of_its_groups_sets_it_up_with_groups_that_they_can_find()
    {
        string No(MemberStanding own) =>
            new Panel().SetUp(ThePanel, Recruiting, Found, IfMatch.None, 0, own, Today).No();
        Assert.Equal("panel.leads-only", No(Known with { Groups = [TheGroup] }));
        Assert.Equal("member.not-found", No(MemberStanding.None));
        Assert.Equal("member.erased", No(Leads with { Erased = true }));
        // The first of its groups sets it up.
        Assert.Equal("panel.leads-only", No(Leading(Neighbours)));
        Assert.Equal(
            "panel.field",
            new Panel().SetUp(ThePanel, Recruiting, [TheGroup], IfMatch.None, 0, Leads, Today).No());
    }

    [Fact]
    public void Everybody_but_leads_of_its_groups_finds_nothing()
    {
        var panel = AnAgreed().Enter(Candidate.A, ASheet()).Yes();
        MemberStanding[] others =
            [MemberStanding.None, Known, Known with { Groups = [TheGroup] }, Leading(Bystanders)];
        Assert.All(others, own =>
        {
            Assert.Equal("panel.not-found", panel.SeenBy(own, 1, Today).No());
            Assert.Equal("panel.not-found", panel.SheetSeenBy(Candidate.A, own, Today).No());
            Assert.Equal("panel.not-found", panel.Agree(IfMatch.Any, 1, own, Today).No());
            Assert.Equal("panel.not-found", panel.Enter(Candidate.B, ASheet(), IfMatch.None, own, Today).No());
            Assert.Equal("panel.not-found", panel.End(own, Today).No());
        });
        Assert.Equal(ThePanel, panel.SeenBy(Leading(Neighbours), 1, Today).Yes().Id);
        Assert.Null(panel.LineFor(Bystanders, Today));
    }

    [Fact]
    public void Once_the_questions_are_agreed_they_are_the_same_for_every_candidate()
    {
        var draft = ADraft();
        Assert.Equal("panel.not-agreed", draft.Enter(Candidate.A, ASheet()).No());
        Assert.Equal("version.needed", draft.Agree(IfMatch.None, 1, Leads, Today).No());
        Assert.Equal("version.stale", draft.Agree(IfMatch.Exactly(1), 2, Leads, Today).No());
        var agreed = AnAgreed();
        Assert.Same(agreed, agreed.Agree(IfMatch.None, 2, Leads, Today).Yes());
        Assert.Same(agreed, SetUp(agreed, Recruiting).Yes());
        Assert.Equal("panel.fixed", SetUp(agreed, Recruiting with { Title = "Other" }, IfMatch.Any).No());
        Assert.Equal("panel.fixed", SetUp(agreed, Recruiting with { Questions = ["Other?"] }, IfMatch.Any).No());
    }

    [Fact]
    public void A_sheet_has_each_question_of_the_panel_once_and_no_other()
    {
        var one = Thumbs(0, 5, 0, 0);
        var other = Thumbs(1, 5, 0, 0);
        CountedThumbs[][] wrong =
            [[], [one], [one, one], [one, other, other], [one, Thumbs(2, 5, 0, 0)], [one, null!]];
        string No(EnterSheet sheet) => AnAgreed().Enter(Candidate.A, sheet).No();
        Assert.All(wrong, answers => Assert.Equal("panel.other-questions", No(With([.. answers]))));
        Assert.Equal("panel.other-questions", No(With(default)));
        // Their order on the way does not matter.
        var turned = AnAgreed().Enter(Candidate.A, With([other, one])).Yes();
        Assert.Equal([IdAt(0), IdAt(1)], turned.Find(Candidate.A)!.Answers.Select(answer => answer.QuestionId));
        Assert.Same(turned, turned.Enter(Candidate.A, With([one, other])).Yes());
    }

    [Fact]
    public void A_sheet_that_comes_twice_is_one_and_another_needs_the_version_that_was_read()
    {
        var first = AnAgreed().Enter(Candidate.B, ASheet()).Yes();
        Assert.Same(first, first.Enter(Candidate.B, ASheet()).Yes());
        Assert.Equal("version.needed", first.Enter(Candidate.B, ASheet(7)).No());
        Assert.Equal("version.stale", first.Enter(Candidate.B, ASheet(7), IfMatch.Exactly(2)).No());
        Assert.Equal("version.stale", first.Enter(Candidate.A, ASheet(7), IfMatch.Exactly(1)).No());
        var second = first.Enter(Candidate.B, ASheet(7), IfMatch.Exactly(1)).Yes();
        Assert.Equal((2, 7), (second.Find(Candidate.B)!.Version, second.Find(Candidate.B)!.Answers[0].Up));
        Assert.Equal(1, second.Enter(Candidate.A, ASheet()).Yes().Find(Candidate.A)!.Version);
    }

    [Fact]
    public void Whoever_did_not_enter_a_sheet_cannot_tell_whether_theirs_is_the_same()
    {
        var first = AnAgreed().Enter(Candidate.B, ASheet()).Yes();
        EnterSheet[] tries = [ASheet() with { SheetId = SomebodyElses }, ASheet(7) with { SheetId = SomebodyElses }];
        Assert.All(tries, sheet =>
        {
            Assert.Equal("version.needed", first.Enter(Candidate.B, sheet).No());
            Assert.Equal("version.stale", first.Enter(Candidate.B, sheet, IfMatch.Exactly(2)).No());
            Assert.Equal("version.exists", first.Enter(Candidate.B, sheet, IfMatch.Nothing).No());
            foreach (var read in new[] { IfMatch.Exactly(1), IfMatch.Any })
                Assert.Equal(2, first.Enter(Candidate.B, sheet, read).Yes().Find(Candidate.B)!.Version);
        });
        // A sheet from before there were such IDs is nobody's.
        var old = first with { Sheets = [first.Sheets[0] with { SheetId = null }] };
        Assert.Equal("version.needed", old.Enter(Candidate.B, ASheet() with { SheetId = default }).No());
    }

    [Fact]
    public void A_candidate_is_one_of_its_letters()
    {
        Assert.Equal("panel.candidate-not-found", AnAgreed().Enter(Candidate.D, ASheet()).No());
        Assert.Equal("panel.candidate-not-found", AnAgreed().SheetSeenBy(Candidate.D, Leads, Today).No());
        Assert.Equal("panel.sheet-not-found", AnAgreed().SheetSeenBy(Candidate.C, Leads, Today).No());
    }

    public static TheoryData<CountedThumbs> Miscounted =>
    [
        Thumbs(0, -1, 0, 0), Thumbs(0, 61, 0, 0), Thumbs(0, 30, 20, 11), Thumbs(0, int.MaxValue, 1, 0),
        Thumbs(0, 5, 0, 1, "One", "Two"), Thumbs(0, 5, 0, 1, ""), Thumbs(0, 5, 0, 1, "Two\nlines"),
        Thumbs(0, 5, 0, 1, new string('x', 201)), Thumbs(0, 5, 0, 1, null!),
        Thumbs(0, 5, 0, 1) with { Reasons = default },
    ];

    [Theory]
    [MemberData(nameof(Miscounted))]
    public void Thumbs_are_at_most_sixty_and_only_those_that_are_down_have_a_reason(CountedThumbs thumbs)
    {
        var sheet = new EnterSheet { SheetId = Mine, Answers = [thumbs, Thumbs(1, 20, 20, 20)] };
        Assert.True(AnAgreed().Enter(Candidate.A, sheet).Refused(out var refusal, out _));
        Assert.Equal(("panel.field", "answers"), (refusal.Code, refusal.Field));
    }

    public static TheoryData<string, SetUpPanel> Wrong => new()
    {
        { "title", Recruiting with { Title = " " } },
        { "title", Recruiting with { Title = new string('x', 121) } },
        { "groups", Recruiting with { Groups = [] } },
        { "groups", Recruiting with { Groups = default } },
        { "groups", Recruiting with { Groups = [TheGroup, TheGroup] } },
        { "groups", Recruiting with { Groups = [.. Enumerable.Range(1, 5).Select(one => new
            PeerNet.Contracts.Groups.GroupId(Person(one).Value))] } },
        { "heldOn", Recruiting with { HeldOn = Today.AddDays(-32) } },
        { "heldOn", Recruiting with { HeldOn = Today.AddDays(367) } },
        { "heldOn", Recruiting with { HeldOn = DateOnly.MaxValue } },
        { "questions", Recruiting with { Questions = [] } },
        { "questions", Recruiting with { Questions = default } },
        { "questions", Recruiting with { Questions = ["Why?", "WHY?"] } },
        { "questions", Recruiting with { Questions = ["Two\nlines"] } },
        { "questions", Recruiting with { Questions = [null!] } },
        { "questions", Recruiting with { Questions = [.. Enumerable.Range(1, 13).Select(one => $"{one}?")] } },
        { "candidates", Recruiting with { Candidates = 0 } },
        { "candidates", Recruiting with { Candidates = 9 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, SetUpPanel says)
    {
        var set = new Panel().SetUp(ThePanel, says, Found, IfMatch.None, 0, Leads, Today);
        Assert.True(set.Refused(out var refusal, out _));
        Assert.Equal(("panel.field", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Six_months_after_its_day_all_of_it_is_gone_and_the_ID_is_used_up()
    {
        var panel = AnAgreed().Enter(Candidate.A, ASheet()).Yes();
        Assert.Same(panel, panel.Expire(LastDay).Yes());
        Assert.Equal(LastDay.AddDays(1), panel.SeenBy(Leads, 1, LastDay).Yes().GoneOn);
        var over = LastDay.AddDays(1);
        // The day alone hides it, before anything is wiped.
        Assert.Equal("panel.not-found", panel.SeenBy(Leads, 1, over).No());
        Assert.Null(panel.LineFor(TheGroup, over));
        Assert.Equal("panel.gone", panel.SetUp(ThePanel, Recruiting, Found, IfMatch.Any, 3, Leads, over).No());
        var expiring = panel.Expire(over);
        Assert.True(expiring.IsWiped);
        Assert.Equal(new Panel { Id = ThePanel, State = PanelState.Gone }, expiring.Yes());
        Assert.Same(expiring.Yes(), expiring.Yes().Expire(over).Yes());
        Assert.Equal("panel.not-found", expiring.Yes().SeenBy(Leads, 4, Today).No());
        Assert.Equal("panel.gone", SetUp(expiring.Yes(), Recruiting).No());
    }

    [Fact]
    public void A_lead_of_the_group_that_set_it_up_ends_it_sooner_and_no_other()
    {
        var panel = AnAgreed();
        Assert.Equal("panel.not-yours-to-end", panel.End(Leading(Neighbours), Today).No());
        Assert.False(panel.SeenBy(Leading(Neighbours), 2, Today).Yes().CanEnd);
        Assert.True(panel.SeenBy(Leads, 2, Today).Yes().CanEnd);
        var ending = panel.End(Leading(Neighbours, TheGroup), Today);
        Assert.True(ending.IsWiped);
        Assert.Equal(new Panel { Id = ThePanel, State = PanelState.Gone }, ending.Yes());
        Assert.Equal("panel.not-found", ending.Yes().End(Leads, Today).No());
        var empty = new Panel();
        Assert.Same(empty, empty.Expire(LastDay.AddYears(9)).Yes());
    }

    private static EnterSheet With(ImmutableArray<CountedThumbs> answers) =>
        new() { SheetId = Mine, Answers = answers };

    private static Result<Panel> SetUp(Panel panel, SetUpPanel says, IfMatch ifMatch = default) =>
        panel.SetUp(ThePanel, says, Found, ifMatch, 1, Leads, Today);
}
