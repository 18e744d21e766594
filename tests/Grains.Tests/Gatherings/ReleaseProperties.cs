using System.Collections.Immutable;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.ReleasedTests;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What can be worked out from what anybody may be told, whatever tables have counted.</summary>
public sealed class ReleaseProperties
{
    private const int Present = 12;

    private static readonly Gen<AskQuestion> SomeQuestion =
        Gen.Int[0, 3].Select(kind => new[] { AVote, ThreeVoices, AQuiz, AThumb }[kind]);

    private static readonly Gen<(AskQuestion Asks, EnterTally[] Tables)> SomeRoom =
        from asks in SomeQuestion
        from tables in Gen.Select(Gen.Int[0, Present], Gen.Int[0, Present].Array[4]).Array[1, 9]
        select (asks, tables.Select((one, at) => Fitting(asks, at + 1, Present, one.Item1, one.Item2)).ToArray());

    [Fact]
    public void Each_number_stands_for_eight_people_of_four_tables_and_no_table_is_most_of_it()
    {
        SomeRoom.Sample((asks, tables) =>
        {
            var told = ACountedRoom(asks, tables).Release(Rule).Released();
            foreach (var (at, option) in told.Options.Index())
                StandsFor(option.Voices, [.. tables.Select(table => table.Counts[at])]);
            var people = tables.Select(table => IsOneEach(asks) ? table.Counts.Sum() : table.TookPart);
            if (told.People is { } all && !IsOneEach(asks)) StandsFor(all, [.. people]);
        }, iter: 3000);
    }

    [Fact]
    public void No_difference_of_numbers_gives_fewer_than_five_people()
    {
        SomeRoom.Sample((asks, tables) =>
        {
            var told = ACountedRoom(asks, tables).Release(Rule).Released();
            int[] numbers = [.. told.Options.Select(option => option.Voices).OfType<int>()];
            if (IsOneEach(asks))
            {
                // What is not told is several numbers and eight people, and nobody is told how many there were in all.
                var hidden = told.Options.Index().Where(option => option.Item.HeldBack).Select(option => option.Index);
                var rest = hidden.Select(option => tables.Sum(table => table.Counts[option])).ToList();
                int? all = rest.Count == 0 ? numbers.Sum() : null;
                Assert.Equal(all, told.People);
                if (numbers.Length > 0) Assert.True(rest.Count == 0 || (rest.Count > 1 && rest.Sum() >= 8));
                return;
            }
            if (numbers.Length > 0) Assert.NotNull(told.People);
            // Rounding can hide two people on either side.
            Assert.All(numbers, number => Assert.True(told.People - number - 4 >= 5, told.Told()));
        }, iter: 3000);
    }

    [Fact]
    public void Order_makes_no_difference_and_nothing_that_was_told_ever_changes()
    {
        Gen.Select(SomeRoom, Gen.Int[0, 9]).SelectMany((room, onTime) => Gen.Select(
            Gen.Const(room.Asks), Gen.Const(room.Tables), Gen.Shuffle(room.Tables), Gen.Const(onTime)))
            .Sample((asks, tables, shuffled, onTime) =>
            {
                Assert.Equal(Told(asks, tables), Told(asks, shuffled));
                var room = Entered(asks, tables, shuffled.Take(onTime)).Closed().Release(Rule);
                foreach (var late in shuffled.Skip(onTime))
                {
                    var before = room.Released.SingleOrDefault();
                    room = room.Enter(late, 100 + NumberOf(late)).Yes().Release(Rule);
                    if (before is not null) Assert.Same(before, Assert.Single(room.Released));
                    Assert.Same(room, room.Release(Rule));
                }
            }, iter: 1000);

        static string Told(AskQuestion asks, EnterTally[] tables) =>
            Entered(asks, tables, tables).Closed().Release(Rule).Told();
    }

    private static void StandsFor(int? told, ImmutableArray<int> tables)
    {
        if (told is not { } number) return;
        Assert.Equal(0, number % 5);
        Assert.InRange(tables.Sum(), number - 2, number + 2);
        Assert.True(number - 2 >= 8);
        Assert.True(tables.Count(people => people > 0) >= 4);
        // Judged by the lowest number that it can stand for.
        Assert.True(tables.Max() * 100 <= (number - 2) * 60);
    }

    private static bool IsOneEach(AskQuestion asks) => asks.Kind is QuestionKind.Quiz or QuestionKind.Thumbs;

    // Laid for all tables, of which some have entered.
    private static Gathering Entered(AskQuestion asks, EnterTally[] tables, IEnumerable<EnterTally> entered)
    {
        var room = ARoom(asks, [.. tables.Select(_ => Present)]);
        return entered.Aggregate(room, (next, table) => next.Enter(table, NumberOf(table)).Yes());
    }

    // As many as can be on a table's sheet, whatever was drawn.
    internal static EnterTally Fitting(AskQuestion asks, int table, int present, int most, int[] drawn)
    {
        var tookPart = Math.Min(present, most);
        var counts = new List<int>();
        var boxes = SheetBoxes.HasSheet(asks.Kind) ? SheetBoxes.Of(asks).Length : 0;
        foreach (var count in drawn.Take(boxes))
        {
            var left = asks.Kind == QuestionKind.Voices ? (3 * tookPart) - counts.Sum() : tookPart;
            counts.Add(Math.Min(count, Math.Min(tookPart, IsOneEach(asks) ? tookPart - counts.Sum() : left)));
        }
        return Hands(table, present, tookPart, [.. counts]);
    }
}
