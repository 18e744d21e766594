using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What whoever holds a table's paper can do.</summary>
public sealed class AtTableTests
{
    private const string Phone = "phone", Other = "other phone";

    private static readonly PaperKey Key = new([5]);

    private static readonly DateTimeOffset OnTheDay = Now.AddDays(7);

    [Fact]
    public void The_code_of_a_table_works_on_the_day_while_the_gathering_is_on()
    {
        var room = ARoom(AVote, 6, 5);
        var code = CodeOf(room, 2);
        Assert.True(PaperCode.TryRead(code, PaperCode.TableLength, out _));
        var right = room.TableOf(code, Key, OnTheDay).Yes();
        Assert.Equal((TheGathering, At(2), 32), (right.GatheringId, right.TableId, right.Right.Length));
        Result<TableRight>[] refused =
        [
            room.TableOf(code, Key, Now), room.TableOf(code, Key, OnTheDay.AddDays(1)),
            room.TableOf(code, null, OnTheDay),
            room.TableOf("K7P2M3", Key, OnTheDay), room.TableOf(code, new([6]), OnTheDay),
            Over(room).TableOf(code, Key, OnTheDay), AGathering().Kept().Laid(6, 5).TableOf(code, Key, OnTheDay),
        ];
        Assert.All(refused, one => Assert.Equal("gathering.unknown-code", one.No()));
    }

    [Fact]
    public void Whoever_holds_the_paper_enters_the_counts_of_that_table_alone()
    {
        var room = ARoom(AVote, 6, 5);
        var right = RightOf(room, 2);
        var entered = room.EnterFrom(Phone, right, FourTables[1], 2).Yes();
        Assert.Same(entered, entered.EnterFrom(Phone, right, FourTables[1], 2).Yes());
        Assert.Equal("gathering.tally-differs", entered.EnterFrom(Other, right, FourTables[1], 2).No());
        Assert.Equal("gathering.tally-differs", entered.Enter(FourTables[1], 2).No());
        Assert.Equal("gathering.table-not-found", room.EnterFrom(Phone, right, FourTables[0], 1).No());
        Assert.Equal(
            "gathering.unknown-code", room.EnterFrom(Phone, right with { TableId = At(1) }, FourTables[0], 1).No());
        Assert.Equal("gathering.more-voices-than-people",
            room.EnterFrom(Phone, right, Hands(2, 5, 6, 1, 1, 1, 1), 2).No());
        var late = room.Closed().EnterFrom(Phone, right, FourTables[1], 2).Yes();
        Assert.True(late.Find(Entry(2))!.IsLate);
        Assert.Equal("gathering.unknown-code", Over(room).EnterFrom(Phone, right, FourTables[1], 2).No());
        Assert.Equal(1, entered.Closed().Result().TablesIn);
    }

    [Fact]
    public void Whoever_holds_the_paper_does_not_fill_the_gathering()
    {
        var room = ARoom(AVote, 6, 5);
        var right = RightOf(room, 2);
        for (var number = 1; number <= GatheringFields.MaxAtTable; number++)
            room = room.EnterFrom(Phone, right, Hands(2, 5, 5, number % 5, 0, 0, 0), number).Yes();
        Assert.Equal("record.full", room.EnterFrom(Other, right, FourTables[1], 90).No());
        var again = Hands(2, 5, 5, 1, 0, 0, 0);
        Assert.Same(room, room.EnterFrom(Phone, right, again, 1).Yes());
        // A keeper says which it is.
        Assert.NotSame(room, room.Enter(FourTables[1], 91).Yes());
    }

    [Fact]
    public void What_was_entered_from_one_device_is_read_back_there_alone()
    {
        var room = ARoom(AVote, 6, 5).Ask(Asked(2), AQuiz, ByLead).Yes();
        var right = RightOf(room, 2);
        var entered = room.EnterFrom(Phone, right, FourTables[1], 2).Yes().With(FourTables[0]);
        var sheet = Assert.Single(entered.SheetsSeenAt(right, Key, Phone).Yes().Questions);
        Assert.Equal((TheQuestion, TallyState.Counted), (sheet.Question.Id, sheet.Table.State));
        Assert.Equal(FourTables[1], Assert.Single(sheet.Mine).Counted);
        Assert.Empty(entered.SheetsSeenAt(right, Key, Other).Yes().Questions[0].Mine);
        Assert.Equal("gathering.tally-not-found", entered.TallySeenBy(TheQuestion, Entry(2), ByLead).No());
        // Two devices of one table agree or ask.
        var again = entered.EnterFrom(Other, right, FourTables[1], 12).Yes();
        Assert.Equal(TallyState.Counted, again.SheetsSeenAt(right, Key, Other).Yes().Questions[0].Table.State);
        var differs = again.EnterFrom(Other, right, FourTables[1] with { Counts = [3, 2, 2, 0] }, 13).Yes();
        var asked = differs.SheetsSeenAt(right, Key, Phone).Yes().Questions[0];
        Assert.Equal((TallyState.Differs, 3), (asked.Table.State, asked.Table.Tallies.Length));
    }

    [Fact]
    public void A_table_knows_what_it_will_be_asked_and_nothing_that_could_still_change()
    {
        var room = ARoom(AVote, 6, 5)
            .Ask(Asked(2), AQuiz, ByLead).Yes().MakeReady(Asked(2), ByLead).Yes()
            .Ask(Asked(3), AWarmUp(), ByLead).Yes()
            .MakeReady(Asked(3), ByLead).Yes().MakeReady(Asked(3), ByOther).Yes();
        Assert.Equal([TheQuestion], OnPaper(room));
        var ready = room.MakeReady(Asked(2), ByOther).Yes();
        Assert.Equal([TheQuestion, Asked(2)], OnPaper(ready));
        var toCome = ready.SheetsSeenAt(RightOf(ready, 2), Key, Phone).Yes().Questions[1];
        Assert.Equal((false, TallyState.Missing), (toCome.Question.WasOpened, toCome.Table.State));
        Assert.Equal(
            [TheQuestion, Asked(2)], OnPaper(ready.OpenQuestion(Asked(2), ByLead).Yes().Closed(Asked(2)).Closed()));

        static QuestionId[] OnPaper(Gathering room) =>
            [.. room.SheetsSeenAt(RightOf(room, 2), Key, Phone).Yes().Questions.Select(sheet => sheet.Question.Id)];
    }

    [Fact]
    public void What_a_table_counts_before_a_question_is_opened_can_be_entered_afterwards()
    {
        var room = ARoom(AVote, 6, 5).Ask(Asked(2), AQuiz, ByLead).Yes().MakeReady(Asked(2), ByLead).Yes();
        var right = RightOf(room, 2);
        var counted = Hands(2, 5, 5, 1, 1, 1, 2);
        Assert.Equal("gathering.question-not-found", room.EnterFrom(Phone, right, counted, 2, Asked(2)).No());
        var ready = room.MakeReady(Asked(2), ByOther).Yes();
        Assert.Equal("gathering.question-state", ready.EnterFrom(Phone, right, counted, 2, Asked(2)).No());
        var open = ready.OpenQuestion(Asked(2), ByLead).Yes();
        var entered = open.EnterFrom(Phone, right, counted, 2, Asked(2)).Yes();
        Assert.Same(entered, entered.EnterFrom(Phone, right, counted, 2, Asked(2)).Yes());
        Assert.False(entered.Find(Entry(2))!.IsLate);
        Assert.True(open.Closed(Asked(2)).EnterFrom(Phone, right, counted, 2, Asked(2)).Yes().Find(Entry(2))!.IsLate);
    }

    [Fact]
    public void What_a_table_enters_when_hands_are_down_is_in_time()
    {
        var counting = ARoom(AVote, 6, 5).CountQuestion(TheQuestion, ByLead).Yes();
        var right = RightOf(counting, 2);
        Assert.True(Assert.Single(counting.SheetsSeenAt(right, Key, Phone).Yes().Questions).Question.WasOpened);
        var entered = counting.EnterFrom(Phone, right, FourTables[1], 2).Yes();
        Assert.False(entered.Find(Entry(2))!.IsLate);
        var sheet = Assert.Single(entered.SheetsSeenAt(right, Key, Phone).Yes().Questions);
        Assert.Equal((true, TallyState.Counted), (sheet.Question.WasOpened, sheet.Table.State));
    }

    [Fact]
    public void A_keeper_takes_a_code_back_and_makes_another()
    {
        var room = ARoom(AVote, 6, 5);
        var code = CodeOf(room, 2);
        var right = RightOf(room, 2);
        var changed = room.ChangeCode(At(2), new(2), ByOther).Yes();
        Assert.Same(changed, changed.ChangeCode(At(2), new(2), ByLead).Yes());
        Assert.Equal("gathering.unknown-code", changed.TableOf(code, Key, OnTheDay).No());
        Assert.Equal("gathering.unknown-code", changed.SheetsSeenAt(right, Key, Phone).No());
        Assert.NotEqual(code, CodeOf(changed, 2));
        Assert.Equal(CodeOf(room, 1), CodeOf(changed, 1));
        Assert.Equal("gathering.field", changed.ChangeCode(At(2), new(1), ByLead).No());
        Assert.Equal("gathering.keepers-only", room.ChangeCode(At(2), new(2), BySam).No());
        Assert.Equal("gathering.table-not-found", room.ChangeCode(At(9), new(2), ByLead).No());
        Assert.Equal(2, changed.Lay(At(2), new(Animal.Swan, 6), ByLead).Yes().Find(At(2))!.Code);
    }

    private static string CodeOf(Gathering room, int table) =>
        room.PaperSeenBy(Key, ByLead).Yes().Tables[table - 1].Code;

    private static TableRight RightOf(Gathering room, int table) =>
        new(TheGathering, At(table), room.PaperSeenBy(Key, ByLead).Yes().Tables[table - 1].Right);

    private static Gathering Over(Gathering room) => room.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
}

/// <summary>Entries from a device in a few words.</summary>
file static class InWords
{
    public static Result<Gathering> EnterFrom(
        this Gathering gathering, string device, TableRight right, EnterTally counted, int entry,
        QuestionId? id = null) =>
        gathering.EnterAt(right, new([5]), device, new(Entry(entry), id ?? TheQuestion, null, counted, Now));
}
