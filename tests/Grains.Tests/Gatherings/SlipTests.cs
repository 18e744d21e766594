using CsCheck;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Slips of paper, beside hands that are counted.</summary>
public sealed class SlipTests
{
    private const string First = "K7P2M9X3", Second = "22222222";

    private static readonly SlipKey Key = new([7, 7, 7]);

    private static readonly Dictionary<QuestionId, SlipKey> Keys = new() { [TheQuestion] = Key };

    private static readonly EnterTally Hands5 = FourTables[1];

    [Fact]
    public void A_slip_counts_once_and_other_choices_replace_the_first_while_the_question_is_open()
    {
        var room = ARoom(AVote, 6, 5).Spend(2, First, "A").Yes();
        Assert.Same(room, room.Spend(2, First, "A").Yes());
        var changed = room.Spend(2, First, "B", "A").Yes();
        Assert.NotSame(room, changed);
        Assert.Same(changed, changed.Spend(2, First, "A", "B").Yes());
        Assert.Single(changed.Slips);
        var closed = changed.Spend(2, Second, "A").Yes().CloseQuestion(TheQuestion, ByLead, Keys).Yes();
        Assert.Equal("gathering.not-open", closed.Spend(2, First, "A").No());
        var sum = Assert.Single(closed.SlipSums);
        Assert.Equal((At(2), 2, "2100"), (sum.Table, sum.TookPart, string.Concat(sum.Counts)));
    }

    [Fact]
    public void After_the_close_nothing_is_left_of_a_slip_but_the_sum_of_its_table()
    {
        var open = ARoom(AVote, 6).Spend(1, First, "B").Yes();
        var stored = System.Text.Json.JsonSerializer.Serialize(open, Contracts.PeerNetJson.Options);
        Assert.DoesNotContain(First, stored, StringComparison.Ordinal);
        var slip = Assert.Single(open.Slips);
        Assert.Equal([1], Key.Open(slip)!.Value);
        Assert.Null(new SlipKey([7, 7, 8]).Open(slip));
        Gathering[] closed =
        [
            open.CloseQuestion(TheQuestion, ByLead, Keys).Yes(),
            open.Close(ByLead, Now, Keys).Yes().Close(ByOther, Now, Keys).Yes(),
        ];
        Assert.All(closed, one => Assert.Equal((0, 1), (one.Slips.Length, one.SlipSums.Length)));
        Assert.Equal([TheGathering.Value, TheQuestion.Value], open.KeysNeeded().Order());
        Assert.Equal([TheGathering.Value], closed[0].KeysNeeded());
        Assert.Empty(closed[1].KeysNeeded());
    }

    [Fact]
    public void Hands_win_and_slips_are_set_aside_whichever_come_first()
    {
        Func<Gathering, Gathering>[] acts =
        [
            room => room.Spend(2, First, "A").Yes(), room => room.Spend(2, Second, "A", "B").Yes(),
            room => room.Enter(Hands5, 2).Yes(),
        ];
        Gen.Shuffle(acts).Sample(shuffled =>
        {
            var room = shuffled.Aggregate(ARoom(AVote, 6, 5, 7, 6), (next, act) => act(next))
                .With(FourTables[0], FourTables[2], FourTables[3]);
            Assert.Equal("23: B15 A14 C6 D2", room.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result().Figures());
        });
    }

    [Fact]
    public void Hands_that_come_late_win_too()
    {
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables[0], FourTables[2], FourTables[3])
            .Spend(2, First, "A").Yes()
            .Spend(2, Second, "A", "B").Yes()
            .CloseQuestion(TheQuestion, ByLead, Keys).Yes();
        Assert.Equal((4, "20: B14 A13 C4 D1"), (room.Result().TablesIn, room.Result().Figures()));
        Assert.Equal("gathering.fewer-than-already-voted", room.Enter(Hands(2, 5, 1, 1, 0, 0, 0), 9).No());
        var late = room.Enter(Hands(2, 5, 5, 5, 0, 5, 5), 9).Yes().Result();
        Assert.Equal(("A B C D", "20: A13 B14 C4 D1"), (late.Order(), late.Figures()));
    }

    [Fact]
    public void No_fewer_people_take_part_than_have_used_slips()
    {
        var room = ARoom(AVote, 6, 5).Spend(2, First, "A").Yes().Spend(2, Second, "A", "B").Yes();
        Assert.True(room.Enter(Hands(2, 5, 1, 1, 1, 0, 0), 2).Refused(out var refusal, out _));
        Assert.Equal(("gathering.fewer-than-already-voted", "tookPart"), (refusal.Code, refusal.Field));
        // The same in another order: the table does not count until somebody looks again.
        var hands = ARoom(AVote, 6, 5).Enter(Hands(2, 5, 1, 1, 1, 0, 0), 2).Yes();
        var both = hands.Spend(2, First, "A").Yes().Spend(2, Second, "A", "B").Yes();
        Assert.Equal(TallyState.Counted, StateOf(hands.Spend(2, First, "A").Yes(), 1));
        Assert.Equal(TallyState.Differs, StateOf(both, 1));
        var mended = both.Enter(Hands5 with { Replaces = [Entry(2)] }, 3).Yes();
        Assert.Equal(TallyState.Counted, StateOf(mended, 1));
        Assert.Equal(1, mended.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result().TablesIn);
        Assert.Equal(0, both.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result().TablesIn);
    }

    [Fact]
    public void A_table_by_slips_is_in_and_has_never_more_slips_than_people()
    {
        var room = ARoom(AVote, 6, 1);
        Assert.Equal(TallyState.Missing, StateOf(room, 1));
        var one = room.Spend(2, First, "A").Yes();
        Assert.Equal(TallyState.Slips, StateOf(one, 1));
        Assert.Equal("gathering.too-many-slips", one.Spend(2, Second, "A").No());
        Assert.Equal("gathering.fewer-than-counted", one.Lay(At(2), new((Animal)1, 0), ByLead).No());
        one.Lay(At(2), new((Animal)1, 2), ByLead).Yes().Spend(2, Second, "A").Yes();
    }

    [Fact]
    public void People_who_are_not_in_the_room_are_a_table_of_their_own()
    {
        var room = ARoom(AVote, 6, 5, 9).With(FourTables[0], FourTables[1]);
        var remote = Enumerable.Range(0, 8).Aggregate(room, (next, one) => next.Spend(3, $"{one}", "B").Yes());
        Assert.Equal("19: B13 A7 C3 D1", remote.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result().Figures());
    }

    [Fact]
    public void Whoever_has_lost_the_key_loses_the_slips_and_nothing_else()
    {
        var room = ARoom(AVote, 6, 5).Spend(2, First, "A").Yes().With(FourTables[0]);
        var closed = room.CloseQuestion(TheQuestion, ByLead).Yes();
        Assert.Equal((1, 2, 0), (closed.Result().TablesIn, closed.Result().TablesAsked, closed.Slips.Length));
        Assert.Equal("gathering.no-paper", room.Spend(TheQuestion, At(2), new(First, ["A"]), null).No());
    }

    [Theory]
    [InlineData(QuestionKind.Vote, "", true)]
    [InlineData(QuestionKind.Vote, "A B C D", true)]
    [InlineData(QuestionKind.Vote, "A A", false)]
    [InlineData(QuestionKind.Vote, "E", false)]
    [InlineData(QuestionKind.Voices, "A B C", true)]
    [InlineData(QuestionKind.Voices, "A B C D", false)]
    [InlineData(QuestionKind.Quiz, "itDepends", true)]
    [InlineData(QuestionKind.Quiz, "yes no", false)]
    [InlineData(QuestionKind.Quiz, "", false)]
    [InlineData(QuestionKind.Thumbs, "up", true)]
    [InlineData(QuestionKind.Thumbs, "sideways", false)]
    public void One_person_chooses_what_one_person_can(QuestionKind kind, string choices, bool isAllowed)
    {
        var asks = AVote with { Kind = kind, Options = kind < QuestionKind.Vote ? [] : AVote.Options };
        var spent = ARoom(asks, 6).Spend(1, First, choices.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(!isAllowed, spent.Refused(out var refusal, out _));
        if (!isAllowed) Assert.Equal(("gathering.field", "choices"), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Keepers_have_slips_made_one_for_each_person_and_none_is_taken_back()
    {
        var room = ARoom(AVote, 6, 5);
        foreach (var by in new[] { BySam, ByCoordinator, Contracts.Caller.Visitor })
            Assert.Equal("gathering.keepers-only", room.MakeSlips(At(1), new(6), true, by).No());
        Assert.Equal("gathering.no-paper", room.MakeSlips(At(1), new(6), false, ByLead).No());
        Assert.Equal("gathering.field", room.MakeSlips(At(1), new(7), true, ByLead).No());
        Assert.Equal("gathering.table-not-found", room.MakeSlips(At(9), new(1), true, ByLead).No());
        var made = room.MakeSlips(At(1), new(4), true, ByOther).Yes();
        Assert.Same(made, made.MakeSlips(At(1), new(4), true, ByLead).Yes());
        Assert.Equal("gathering.field", made.MakeSlips(At(1), new(3), true, ByLead).No());
        Assert.Equal(4, made.Lay(At(1), new(Animal.Swan, 5), ByLead).Yes().Find(At(1))!.Slips);
        var paper = made.PaperSeenBy(new([1]), ByOther).Yes();
        Assert.Equal([4, 0], paper.Tables.Select(table => table.Slips.Length));
        Assert.Equal("gathering.keepers-only", made.PaperSeenBy(new([1]), BySam).No());
        Assert.Equal(At(1), new PaperKey([1]).FindSlip(paper.Tables[0].Slips[3], made.Tables));
        Assert.Null(new PaperKey([1]).FindSlip(First, made.Tables));
    }

    [Fact]
    public void A_slip_says_which_questions_are_open_and_nothing_of_what_was_answered()
    {
        var room = ARoom(AVote, 6).Ask(Asked(2), AQuiz, ByLead).Yes();
        var seen = room.SlipSeenAt(At(1)).Yes();
        Assert.Equal(("A big room", (Animal)0), (seen.Title, seen.Table));
        Assert.Equal(TheQuestion, Assert.Single(seen.Questions).Id);
        Assert.True(Contracts.PeerNetJson.Same(seen, room.Spend(1, First, "A").Yes().SlipSeenAt(At(1)).Yes()));
        Assert.Equal("gathering.unknown-code", room.SlipSeenAt(null).No());
        Assert.Equal("gathering.unknown-code", room.SlipSeenAt(At(9)).No());
        Assert.Equal("gathering.unknown-code", AGathering().Kept().Laid(6).SlipSeenAt(At(1)).No());
        Assert.Equal("gathering.unknown-code", room.Spend(TheQuestion, null, new(First, ["A"]), Key).No());
        Assert.Equal("gathering.unknown-code", room.Spend(Asked(2), At(1), new(First, ["yes"]), Key).No());
    }

    private static TallyState StateOf(Gathering room, int table) =>
        room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables[table].State;
}

/// <summary>Slips in a few words.</summary>
file static class InWords
{
    public static Contracts.Result<Gathering> Spend(
        this Gathering gathering, int table, string code, params string[] choices) =>
        gathering.Spend(TheQuestion, At(table), new(code, [.. choices]), new SlipKey([7, 7, 7]));
}
