using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Sentences.Sentences;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>How much a table says of each kind, and which tables have said anything.</summary>
public sealed class BoundsOfTablesTests
{
    [Theory]
    [InlineData(SentenceKind.Word, 6, "A table says up to 6 words. Withdraw one of them first, or change one.")]
    [InlineData(SentenceKind.Sentence, 6, "A table says up to 6 sentences. Withdraw one of them first, or change one.")]
    [InlineData(
        SentenceKind.Definition, 3, "A table says up to 3 definitions. Withdraw one of them first, or change one.")]
    public void A_table_says_so_many_of_each_kind_and_one_more_for_each_that_it_withdraws(
        SentenceKind kind, int max, string detail)
    {
        var full = AsManyAs(max, kind);
        var more = ByTable(1) with { Kind = kind };
        Assert.True(full.Write(99, more).Refused(out var refusal, out _));
        Assert.Equal(("sentence.table-full", detail), (refusal.Code, refusal.Detail));
        Assert.Equal("gathering.table-not-found", full.Write(99, ByTable(7) with { Kind = kind }).No());
        Assert.Equal(max + 1, full.Write(99, ByTable(2) with { Kind = kind }).Yes().Sentences.Length);
        foreach (var other in Enum.GetValues<SentenceKind>().Where(one => one != kind))
        {
            var said = full.Write(99, more with { Kind = other }).Yes();
            Assert.Equal("sentence.table-full", said.Write(99, more).No());
        }
        var withdrawn = full.Withdraw(Said(2), ForKeeper).Yes();
        Assert.Equal(max + 1, withdrawn.Write(99, more).Yes().Sentences.Length);
        Assert.Equal("A full table, in other words", full.Write(1, more with { Text = "A full table, in other words" })
            .Yes().Find(Said(1))!.Says.Text);
    }

    [Fact]
    public void All_of_the_tables_of_a_usual_room_say_as_much_as_they_may_and_join_it()
    {
        var each = Enum.GetValues<SentenceKind>().Sum(SentenceFields.MaxOfTable);
        // Ten tables of six people, with fifty joins.
        Assert.InRange(10 * each + 50, 0, SentenceFields.MaxSentences);
    }

    [Fact]
    public void Every_table_that_has_said_anything_is_known_even_when_it_has_withdrawn_it()
    {
        Assert.Empty(new SentenceSet().ListTables());
        Assert.Equal([At(1), At(3)], AJoin().Withdraw(Said(3), ForKeeper).Yes().ListTables());
    }

    private static SentenceSet AsManyAs(int max, SentenceKind kind)
    {
        return Enumerable.Range(1, max).Aggregate(
            new SentenceSet(), (set, number) => set.Write(number, ByTable(1) with { Kind = kind }).Yes());
    }
}
