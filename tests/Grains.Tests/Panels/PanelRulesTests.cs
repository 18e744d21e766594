using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;
using static PeerNet.Grains.Tests.Panels.Panels;

namespace PeerNet.Grains.Tests.Panels;

/// <summary>What may be set up and entered, at the edges.</summary>
public sealed class PanelRulesTests
{
    [Fact]
    public void Each_field_that_is_not_valid_is_named_whatever_the_others_say()
    {
        Assert.Null(FieldOf(Recruiting));
        Assert.Equal("title", FieldOf(Recruiting with { Title = "" }));
        Assert.Equal("groups", FieldOf(Recruiting with { Groups = [] }));
        Assert.Equal("groups", FieldOf(Recruiting with { Groups = [Neighbours, Neighbours] }));
        Assert.Equal("heldOn", FieldOf(Recruiting with { HeldOn = Today.AddYears(2) }));
        Assert.Equal("questions", FieldOf(Recruiting with { Questions = [] }));
        Assert.Equal("candidates", FieldOf(Recruiting with { Candidates = 0 }));
    }

    [Fact]
    public void Four_groups_and_eight_candidates_are_as_many_as_there_may_be()
    {
        Assert.Null(FieldOf(Recruiting with { Groups = Groups(4), Candidates = 8 }));
        Assert.Equal("groups", FieldOf(Recruiting with { Groups = Groups(5) }));
        Assert.Equal("candidates", FieldOf(Recruiting with { Candidates = 9 }));
    }

    [Theory]
    [InlineData(-32, false)]
    [InlineData(-31, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void Its_day_is_from_a_month_ago_to_a_year_ahead(int days, bool isValid) =>
        Assert.Equal(isValid, FieldOf(Recruiting with { HeldOn = Today.AddDays(days) }) is null);

    [Fact]
    public void A_day_that_it_has_already_stays_valid()
    {
        var longAgo = Today.AddYears(-1);
        Assert.Null(PanelRules.Check(Recruiting with { HeldOn = longAgo }, longAgo, Today));
    }

    [Fact]
    public void Thumbs_and_reasons_are_both_looked_at()
    {
        var questions = AnAgreed().Questions();
        var second = Thumbs(1, 1, 0, 0);
        Assert.Null(Detail(Thumbs(0, 60, 0, 0)));
        Assert.Equal(PanelFields.ThumbsDetail, Detail(Thumbs(0, 60, 0, 1)));
        Assert.Equal(PanelFields.ReasonsDetail, Detail(Thumbs(0, 1, 0, 1, "One", "Two")));

        string? Detail(CountedThumbs first) =>
            PanelRules.Check(ASheet() with { Answers = [first, second] }, questions)?.Detail;
    }

    private static ImmutableArray<GroupId> Groups(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new GroupId(new(number, 0, 0, new byte[8])))];

    private static string? FieldOf(SetUpPanel says) => PanelRules.Check(says, null, Today)?.Field;
}
