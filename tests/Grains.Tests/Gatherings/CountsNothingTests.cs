using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Questions that are asked like any other and count nothing.</summary>
public sealed class CountsNothingTests
{
    public static TheoryData<QuestionKind> Kinds =>
        [.. Enum.GetValues<QuestionKind>().Where(kind => !SheetBoxes.HasSheet(kind))];

    [Theory, MemberData(nameof(Kinds))]
    public void They_take_no_count_and_no_slip(QuestionKind kind)
    {
        var room = ARoom(AWarmUp(kind), 6);
        Assert.Equal("gathering.counts-nothing", room.Enter(Hands(1, 6, 6), 1).No());
        Assert.Equal("gathering.counts-nothing", room.Closed().Enter(Hands(1, 6, 6), 1).No());
        var slip = new SpendSlip("K7P2M9X3", []);
        Assert.Equal("gathering.counts-nothing", room.Spend(TheQuestion, At(1), slip, new([1])).No());
        Assert.Empty(room.SlipSeenAt(At(1)).Yes().Questions);
        Assert.Empty(room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void All_that_comes_of_them_is_that_they_are_over(QuestionKind kind)
    {
        var room = ARoom(AWarmUp(kind), 6);
        Assert.Equal("gathering.still-open", room.ResultOf(TheQuestion, BySam).No());
        var result = room.Closed().Result();
        Assert.Equal((Finding.Over, 0), (result.Finding, result.TablesAsked));
        Assert.Empty(result.Options);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void They_have_nothing_to_choose_from_and_two_keepers_agree_to_them(QuestionKind kind)
    {
        var gathering = AGathering().Kept();
        Assert.Equal(
            "gathering.field",
            gathering.Ask(TheQuestion, AWarmUp(kind) with { Options = ["One", "Two"] }, ByLead).No());
        var half = gathering.Ask(TheQuestion, AWarmUp(kind), ByLead).Yes().MakeReady(TheQuestion, ByLead).Yes();
        Assert.Equal("gathering.question-state", half.Open(ByLead).Yes().OpenQuestion(TheQuestion, ByLead).No());
    }
}
