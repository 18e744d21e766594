using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Lenses;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What two sides see in the same question, and when it is shown.</summary>
public sealed class MirrorTests
{
    private const int Tables = 5, Present = 50;

    private static readonly AddLens Ladder =
        ShippedLenses.All.Values.Single(lens => lens.Name == "Ladder of co-production");

    private static readonly LensId LadderId = ShippedLenses.All.Single(one => one.Value == Ladder).Key;

    private static readonly AskQuestion ARung =
        AMirror(MirrorTopic.Rung) with { LensId = LadderId, Options = Ladder.Steps };

    [Fact]
    public void G1_both_sides_stand_on_their_own_rung_and_are_two_steps_apart()
    {
        int[] lived = [3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7];
        int[] role = [4, 5, 5, 6, 6, 6, 6, 7, 7];
        var result = Rungs(lived, role);
        Assert.Equal(Finding.Mirrored, result.Finding);
        Assert.Equal(["4", "6"], result.Mirror!.Sides.Select(side => $"{side.Step}"));
        Assert.Equal((2, Hat.Role), (result.Mirror.Apart, result.Mirror.Higher));
        Assert.Equal([0, 0, 2, 4, 3, 2, 1], result.Mirror.Sides[0].Counts.AsEnumerable());
        Assert.Equal([0, 0, 0, 1, 2, 4, 2], result.Mirror.Sides[1].Counts.AsEnumerable());
        Assert.Equal(Ladder.Steps.AsEnumerable(), result.Mirror.Steps);

        var held = Rungs(lived, role[..7]);
        Assert.Equal(Finding.NotEnough, held.Finding);
        Assert.Equal([Hat.Role], held.Mirror!.NeedsMore.AsEnumerable());
        Assert.Empty(held.Mirror.Sides);
        Assert.Null(held.Mirror.Apart);
    }

    [Fact]
    public void Nothing_is_shown_of_sides_from_three_tables_or_if_one_table_is_nearly_all_of_it()
    {
        var three = Answered(Lived(1, 3, 4), Lived(2, 3, 4), Lived(3, 3, 4));
        Assert.Equal([Hat.LivedExperience, Hat.Role], three.Mirror!.NeedsMore.AsEnumerable());
        var one = Answered(Lived(1, 5, 5), Lived(2, 1, 1), Lived(3, 1, 1), Lived(4, 1, 1));
        Assert.Equal([Hat.LivedExperience, Hat.Role], one.Mirror!.NeedsMore.AsEnumerable());
        var even = Answered(Lived(1, 2, 2), Lived(2, 2, 2), Lived(3, 2, 2), Lived(4, 2, 2));
        Assert.Equal(Finding.Mirrored, even.Finding);
    }

    [Fact]
    public void Nobody_voted_and_no_count_came_in_are_two_findings()
    {
        Assert.Equal(Finding.NobodyVoted, Answered(Sheet(1, [.. new int[15]])).Finding);
        Assert.Equal(Finding.NoCount, ARoom(AMirror(), 6).Closed().Result().Finding);
    }

    [Fact]
    public void A_late_table_never_changes_what_was_shown()
    {
        EnterTally[] tables = [.. Enumerable.Range(1, 4).Select(table => Lived(table, 2, 2))];
        var room = ARoom(AMirror(), [.. Enumerable.Repeat(Present, Tables)]).With(tables).Closed();
        var late = room.Enter(Lived(5, 6, 6), 5).Yes().Result();
        Assert.Equal((Finding.Mirrored, 1), (late.Finding, late.LateTables));
        Assert.True(PeerNetJson.Same(room.Result().Mirror, late.Mirror));
    }

    [Fact]
    public void Keepers_choose_a_mirror_question_and_do_not_write_it()
    {
        Assert.Equal("text", Refused(AMirror() with { Text = "Did we do well?" }));
        Assert.Equal("easyText", Refused(AMirror() with { EasyText = "Well?" }));
        Assert.Equal("mirror", Refused(AMirror() with { Mirror = null }));
        Assert.Equal("mirror", Refused(AQuiz with { Mirror = MirrorTopic.OwnWords }));
        Assert.Equal("options", Refused(AMirror() with { Options = ["Yes", "No"] }));
        Assert.Equal("lensId", Refused(AMirror() with { LensId = LadderId }));
        Assert.Equal("lensId", Refused(AQuiz with { LensId = LadderId }));
        Assert.All(Enum.GetValues<MirrorTopic>().SkipLast(1), topic => Draft(AMirror(topic), null).Yes());
    }

    [Fact]
    public void A_rung_is_one_of_a_lens_whose_steps_are_frozen_with_the_question()
    {
        Draft(ARung, Ladder).Yes();
        Assert.Equal("lensId", Field(Draft(ARung, null)));
        Assert.Equal("options", Field(Draft(ARung with { Options = [.. Ladder.Steps.Reverse()] }, Ladder)));
        Assert.Equal("options", Field(Draft(ARung, Ladder with { Steps = [.. Ladder.Steps.SkipLast(1)] })));
        Assert.Equal("lensId", Field(Draft(ARung, Ladder with { Steps = [.. Ladder.Steps, "Eight", "Nine"] })));
    }

    [Fact]
    public void No_more_people_answer_than_took_part()
    {
        var sheet = Hands(1, 6, 6, [.. Enumerable.Repeat(1, 15)]);
        Assert.Equal("gathering.more-voices-than-people", ARoom(AMirror(), 6).Enter(sheet, 1).No());
    }

    private static string? Refused(AskQuestion asks) => Field(Draft(asks, Ladder));

    private static string? Field(Result<Gathering> result) =>
        result.Refused(out var refusal, out _) ? refusal.Field : null;

    private static Result<Gathering> Draft(AskQuestion asks, AddLens? ladder) =>
        AGathering().Kept().Ask(TheQuestion, asks, ByLead, ladder, []);

    // Everybody sits at one of seven tables, in turn.
    private static QuestionResult Rungs(int[] lived, int[] role)
    {
        EnterTally[] tables = [.. Enumerable.Range(0, 7).Select(table => Hands(table + 1, 9, 9,
            [.. Counts(lived, table), .. Counts(role, table), .. new int[7]]))];
        var room = AGathering().Kept().Laid([.. tables.Select(_ => 9)]).Open(ByLead).Yes()
            .Ask(TheQuestion, ARung, ByLead, Ladder, []).Yes()
            .MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes()
            .OpenQuestion(TheQuestion, ByLead).Yes();
        return room.With(tables).Closed().Result();

        static IEnumerable<int> Counts(int[] rungs, int table)
        {
            var atTable = rungs.Where((_, place) => place % 7 == table).ToList();
            return Enumerable.Range(1, 7).Select(rung => atTable.Count(one => one == rung));
        }
    }

    private static EnterTally Lived(int table, int lived, int role) =>
        Sheet(table, [0, 0, lived, 0, 0, 0, 0, 0, role, 0, 0, 0, 0, 0, 0]);

    /// <summary>What a table counted at which more than enough people sit.</summary>
    internal static EnterTally Sheet(int table, int[] counts) => Hands(table, Present, counts.Sum(), [.. counts]);

    /// <summary>What comes of a mirror question to those tables.</summary>
    internal static QuestionResult Answered(params EnterTally[] tables)
    {
        var room = ARoom(AMirror(), [.. Enumerable.Repeat(Present, Tables)]);
        return tables.Aggregate(room, (counted, one) => counted.Enter(one, NumberOf(one)).Yes()).Closed().Result();
    }
}
