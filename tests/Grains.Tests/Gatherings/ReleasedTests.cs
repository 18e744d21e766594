using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Growth;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What anybody may be told of what a room counted, with the numbers of worked examples.</summary>
public sealed class ReleasedTests
{
    internal static readonly DisclosureRule Rule = new(new DisclosureTerms());

    private const string Nothing = "-: A- B- C- D-";

    [Fact]
    public void V1_is_rounded_to_five_and_what_few_chose_is_held_back()
    {
        var released = ACountedRoom(AVote, FourTables).Release(Rule).Released();
        Assert.Equal("25: A15 B15 C- D-", released.Told());
        Assert.Equal((TheQuestion, new DisclosureTerms(), 0), (released.Id, released.Rule, released.LateTables));
        Assert.Equal(Letters, released.Options.Select(option => option.Text));
        Assert.All(released.Options, option => Assert.Equal(option.Voices is null, option.HeldBack));
        Assert.False(released.HeldBack);
    }

    [Fact]
    public void Nobody_is_told_anything_before_the_question_is_closed()
    {
        var open = ARoom(AVote, 6, 5, 7, 6).With(FourTables).Release(Rule);
        Assert.Empty(open.Released);
        Assert.Equal("gathering.still-open", open.ReleasedOf(TheQuestion, ByLead).No());
        var draft = open.Ask(Asked(2), AVote, ByLead).Yes();
        Assert.Equal("gathering.question-not-found", draft.ReleasedOf(Asked(2), BySam).No());
        Assert.Equal("gathering.still-open", draft.ReleasedOf(Asked(2), ByLead).No());
        Assert.Equal("gathering.not-found", new Gathering().ReleasedOf(TheQuestion, ByLead).No());
    }

    [Fact]
    public void Three_tables_are_too_few_although_the_room_sees_their_figures()
    {
        var three = ACountedRoom(AVote, FourTables[..3]).Release(Rule);
        Assert.Equal("17: A12 B11 C4 D1", three.Result().Figures());
        Assert.Equal((Nothing, true), (three.Released().Told(), three.Released().HeldBack));
        Assert.Null(three.Released().Rule);
    }

    [Fact]
    public void What_the_room_does_not_see_in_figures_nobody_else_is_told()
    {
        // Eight people at four tables would be enough for the rule, but without any one table six are left.
        var small = ACountedRoom(AVote, [.. Enumerable.Range(1, 4).Select(table => Hands(table, 2, 2, 0, 0, 0, 0))]);
        Assert.Equal(("", Nothing), (small.Result().Figures(), small.Release(Rule).Released().Told()));
    }

    [Theory]
    [InlineData(new[] { 3, 3, 3, 3 }, 10)]
    [InlineData(new[] { 2, 2, 2, 2 }, 10)]
    [InlineData(new[] { 2, 2, 2, 1 }, null)]
    [InlineData(new[] { 4, 4, 4, 0 }, null)]
    [InlineData(new[] { 4, 2, 2, 2 }, 10)]
    [InlineData(new[] { 5, 2, 2, 1 }, null)]
    public void An_option_takes_eight_voices_of_four_tables_none_of_which_has_over_sixty_per_cent(
        int[] voices, int? told)
    {
        var room = ACountedRoom(AVote, [.. voices.Select((count, at) => Hands(at + 1, 9, 9, count, 0, 0, 0))]);
        Assert.Equal(told, room.Release(Rule).Released().Options[0].Voices);
    }

    [Theory]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(14, 15)]
    [InlineData(17, 15)]
    [InlineData(18, null)]
    [InlineData(24, null)]
    public void At_least_five_people_are_left_if_an_option_is_taken_away_from_all(int voices, int? told)
    {
        int[] hands = [.. Enumerable.Range(0, 4).Select(table => (voices + table) / 4)];
        var room = ACountedRoom(AVote, [.. hands.Select((count, at) => Hands(at + 1, 6, 6, count, 0, 0, 0))]);
        var released = room.Release(Rule).Released();
        Assert.Equal((25, told), (released.People, released.Options[0].Voices));
    }

    [Fact]
    public void Where_everybody_chooses_one_thing_what_is_held_back_is_safe_together()
    {
        Assert.Equal("-: yes20 no- maybe- itDepends-", Corners([5, 3, 1, 0], [5, 3, 1, 0], [5, 3, 1, 0], [5, 3, 0, 1]));
        Assert.Equal(
            "40: yes10 no10 maybe10 itDepends10",
            Corners([3, 2, 2, 2], [2, 3, 2, 2], [2, 2, 3, 2], [2, 2, 2, 3]));
        Assert.Equal("-: yes- no- maybe- itDepends-", Corners([6, 0, 0, 0], [6, 0, 0, 0], [6, 0, 0, 0], [6, 0, 0, 0]));
        Assert.Equal("-: up- middle- down-", Told(AThumb, [5, 0, 1], [5, 0, 1], [5, 0, 0], [5, 1, 0]));

        static string Corners(params int[][] tables) => Told(AQuiz, tables);
    }

    [Fact]
    public void A_table_that_comes_late_or_is_corrected_changes_nothing_that_was_told()
    {
        var room = ARoom(AVote, 6, 5, 7, 6, 6).With(FourTables).Closed().Release(Rule);
        var late = room.Enter(Hands(5, 6, 6, 6, 6, 6, 6), 5).Yes().Release(Rule);
        Assert.Equal(("25: A15 B15 C- D-", 1), (late.Released().Told(), late.Released().LateTables));
        var corrected = room.Enter(Hands(1, 6, 6, 0, 0, 0, 0) with { Replaces = [Entry(1)] }, 9).Yes().Release(Rule);
        Assert.Equal(("25: A15 B15 C- D-", 0), (corrected.Released().Told(), corrected.Released().LateTables));
        Assert.Same(late, late.Release(Rule));
    }

    [Fact]
    public void Late_tables_whose_figures_are_shown_can_be_the_first_of_which_anybody_is_told_and_later_ones_are_not()
    {
        var room = ARoom(AVote, 6, 5, 7, 5, 5, 5, 5, 5, 5).With(FourTables[..3]).Closed().Release(Rule);
        string[] told = [.. Enumerable.Range(4, 6).Select(Late)];
        Assert.Equal([Nothing, Nothing, .. Enumerable.Repeat("30: A- B- C15 D-", 4)], told);
        Assert.Equal((3, "47: B41 C28 A12 D1"), (room.Released().LateTables, room.Result().Figures()));

        string Late(int table)
        {
            room = room.Enter(Hands(table, 5, 5, 0, 5, table < 7 ? 3 : 5, 0), table).Yes().Release(Rule);
            return room.Released().Told();
        }
    }

    [Fact]
    public void An_area_may_be_stricter()
    {
        var room = ACountedRoom(AVote, FourTables);
        Assert.Equal("25: A- B- C- D-", room.Release(new(new(MinPeople: 14))).Released().Told());
        Assert.Equal("20: A- B- C- D-", room.Release(new(new(RoundTo: 10))).Released().Told());
        Assert.Equal(Nothing, room.Release(new(new(MinGroups: 5))).Released().Told());
    }

    [Fact]
    public void Slips_are_told_like_hands()
    {
        var keys = new Dictionary<QuestionId, SlipKey> { [TheQuestion] = new([1]) };
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables[..3]);
        var spent = Enumerable.Range(0, 6).Aggregate(room, (next, slip) =>
            next.Spend(TheQuestion, At(4), new($"{slip}", slip < 2 ? ["A", "B"] : ["B"]), keys[TheQuestion]).Yes());
        Assert.Equal("25: A15 B15 C- D-", spent.CloseQuestion(TheQuestion, ByLead, keys).Yes().Release(Rule).Told());
        var closing = spent.Close(ByLead, Now, keys).Yes().Close(ByOther, Now, keys).Yes();
        Assert.Equal("25: A15 B15 C- D-", closing.Release(Rule).Told());
    }

    [Fact]
    public void A_mirror_question_is_never_released_and_what_counts_nothing_holds_nothing_back()
    {
        var mirror = ACountedRoom(
            AMirror(), [.. Enumerable.Range(1, 6).Select(table =>
                Hands(table, 20, 20, 0, 0, 10, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0))]).Release(Rule);
        Assert.Equal(Finding.Mirrored, mirror.Result().Finding);
        Assert.Equal(("-: ", true), (mirror.Told(), mirror.Released().HeldBack));
        var warmUp = ARoom(AWarmUp(), 6).Closed().Release(Rule).Released();
        Assert.Equal(("-: ", false), (warmUp.Told(), warmUp.HeldBack));
    }

    [Fact]
    public void A_name_that_is_taken_out_is_taken_out_here_too()
    {
        var room = ACountedRoom(AVote with { Options = ["With Sam", "B", "C", "D"] }, FourTables).Release(Rule);
        var without = room.TakeOut(new("Sam"), ByLead).Yes();
        var option = without.Released().Options[0];
        Assert.Equal(("With [taken out]", 15), (option.Text, option.Voices));
    }

    // Everybody at each table chooses one thing.
    private static string Told(AskQuestion asks, params int[][] tables)
    {
        var hands = tables.Select((counts, at) => Hands(at + 1, counts.Sum(), counts.Sum(), [.. counts]));
        return ACountedRoom(asks, [.. hands]).Release(Rule).Told();
    }
}
