using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ApprovalTests;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What several people enter for the same table.</summary>
public sealed class EntriesTests
{
    private static readonly EnterTally Differing = FourTables[0] with { Counts = [4, 4, 1, 0] };

    [Fact]
    public void Sending_an_entry_again_changes_nothing_and_other_numbers_need_another_entry()
    {
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables);
        Assert.Same(room, room.Enter(FourTables[0], 1).Yes());
        Assert.Equal("gathering.tally-differs", room.Enter(Differing, 1).No());
        Assert.Equal("gathering.tally-differs", room.Enter(FourTables[0], 1, ByOther).No());
        var asksAgain = room.Asking(AVote, Asked(2));
        Assert.Equal("gathering.tally-differs", asksAgain.Enter(FourTables[0], 1, id: Asked(2)).No());
    }

    [Fact]
    public void Two_equal_entries_of_a_table_are_one()
    {
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables).Enter(FourTables[0], 11, ByOther).Yes();
        Assert.Equal("23: B15 A14 C6 D2", room.Closed().Result().Figures());
    }

    [Fact]
    public void A_table_whose_entries_differ_does_not_count_until_an_entry_replaces_them()
    {
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables).Enter(Differing, 11, ByOther).Yes();
        var table = room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables[0];
        Assert.Equal((TallyState.Differs, At(1)), (table.State, table.TableId));
        Assert.Equal([Entry(1), Entry(11)], table.Tallies);
        var without = room.Closed().Result();
        Assert.Equal((3, 4, "17: B12 A10 C5 D2"), (without.TablesIn, without.TablesAsked, without.Figures()));

        var again = room.Enter(Differing with { Replaces = [Entry(1), Entry(11)] }, 12).Yes();
        Assert.Equal("23: B16 A14 C6 D2", again.Closed().Result().Figures());
        Assert.Equal(TallyState.Counted, again.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables[0].State);
    }

    [Fact]
    public void Entries_that_replace_each_other_leave_the_table_out()
    {
        var room = ARoom(AVote, 6, 5, 7, 6)
            .Enter(FourTables[0] with { Replaces = [Entry(11)] }, 1).Yes()
            .Enter(FourTables[0] with { Replaces = [Entry(1)] }, 11).Yes();
        var table = room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables[0];
        Assert.Equal((TallyState.Differs, 0), (table.State, table.Tallies.Length));
        Assert.Equal(0, room.Closed().Result().TablesIn);
        var mended = room.Enter(FourTables[0] with { Replaces = [Entry(1), Entry(11)] }, 12).Yes();
        Assert.Equal(1, mended.Closed().Result().TablesIn);
    }

    [Fact]
    public void An_entry_replaces_others_and_never_itself_or_the_same_twice()
    {
        foreach (var wrong in (TallyId[][])[
            [Entry(1)], [Entry(2), Entry(2)], [.. Enumerable.Range(2, 21).Select(Entry)]])
        {
            var entered = ARoom(AVote, 6).Enter(FourTables[0] with { Replaces = [.. wrong] }, 1);
            Assert.True(entered.Refused(out var refusal, out _));
            Assert.Equal(("gathering.field", "replaces"), (refusal.Code, refusal.Field));
        }
    }

    [Fact]
    public void A_correction_after_the_figures_were_shown_changes_only_the_words()
    {
        var corrected = FourTables[3] with { Counts = [6, 0, 2, 1], Replaces = [Entry(4)] };
        var room = ACountedRoom(AVote, FourTables).Enter(corrected, 12).Yes();
        Assert.Equal("23: A14 B15 C6 D2", room.Result().Figures());
        Assert.Equal("A B C D", room.Result().Order());
        Assert.Equal(0, room.Result().LateTables);
    }

    [Fact]
    public void Two_people_who_write_down_different_conditions_have_both_been_heard()
    {
        var one = Hands(1, 6, 6, 0, 0, 0, 6) with { Conditions = ["who asked"] };
        var room = ARoom(AQuiz, 6).With(one).Enter(one with { Conditions = ["Who asked", "why"] }, 2, ByOther).Yes();
        Assert.Equal(
            ["why 1", "Who asked 1"],
            room.Closed().Result().Conditions.Select(condition => $"{condition.Text} {condition.Tables}"));
    }

    [Theory]
    [InlineData("present", 7, 6)]
    [InlineData("tookPart", 5, 6)]
    public void Nobody_counts_more_people_than_there_are(string field, int present, int tookPart)
    {
        Assert.True(ARoom(AVote, 6).Enter(Hands(1, present, tookPart, 1, 1, 1, 1), 1).Refused(out var refusal, out _));
        Assert.Equal(("gathering.more-voices-than-people", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Each_box_has_a_number()
    {
        foreach (var wrong in (EnterTally[])[
            Hands(1, -1, 0, 0, 0, 0, 0), Hands(1, 6, -1, 0, 0, 0, 0), Hands(1, 6, 6, 1, 1, 1),
            Hands(1, 6, 6, 1, 1, 1, 1, 1), Hands(1, 6, 6, 1, 1, 1, -1), Hands(1, 6, 6, 201, 0, 0, 0),
            Hands(1, 6, 6) with { Counts = default }])
        {
            Assert.Equal("gathering.field", ARoom(AVote, 6).Enter(wrong, 1).No());
        }
    }

    [Fact]
    public void Only_whoever_entered_a_count_reads_it_back()
    {
        var room = ARoom(AVote, 6, 5, 7, 6).With(FourTables);
        var mine = room.TallySeenBy(TheQuestion, Entry(1), ByLead).Yes();
        Assert.Equal((FourTables[0], Now, false), (mine.Counted, mine.EnteredAt, mine.IsLate));
        foreach (var by in new[] { ByOther, BySam, ByCoordinator, Contracts.Caller.Visitor, Contracts.Caller.Area })
            Assert.Equal("gathering.tally-not-found", room.TallySeenBy(TheQuestion, Entry(1), by).No());
        Assert.Equal("gathering.tally-not-found", room.TallySeenBy(Asked(2), Entry(1), ByLead).No());
        foreach (var by in new[] { BySam, ByCoordinator })
            Assert.Equal("gathering.keepers-only", room.TalliesSeenBy(TheQuestion, by).No());
        Assert.True(room.Closed().Enter(FourTables[0], 11).Yes()
            .TallySeenBy(TheQuestion, Entry(11), ByLead).Yes().IsLate);
    }
}
