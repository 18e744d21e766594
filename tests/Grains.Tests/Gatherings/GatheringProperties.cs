using System.Collections.Immutable;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Whatever tables count, in any order and more than once.</summary>
public sealed class GatheringProperties
{
    private const int Tables = 6, Present = 9;

    private static readonly Dictionary<QuestionId, SlipKey> Keys = new() { [TheQuestion] = new([1]) };

    // The table of each, and its only choice.
    private static readonly Gen<(int Table, int Choice)[]> SomeSlips =
        Gen.Select(Gen.Int[1, Tables], Gen.Int[0, 3]).Array[0, Present];

    private static readonly Gen<EnterTally> SomeHands =
        from table in Gen.Int[1, Tables]
        from tookPart in Gen.Int[0, Present]
        from counts in Gen.Int[0, tookPart].Array[4]
        from replaces in Gen.Int[1, 12].Array[0, 2]
        select Hands(table, Present, tookPart, [.. counts]) with
        {
            Replaces = [.. replaces.Distinct().Select(Entry)],
        };

    [Fact]
    public void Any_order_and_any_repeats_give_the_same_result()
    {
        EnterTally[] entries =
        [
            .. ApprovalTests.FourTables, .. ApprovalTests.FourTables,
            ApprovalTests.FourTables[0] with { Counts = [4, 4, 1, 0] },
            ApprovalTests.FourTables[0] with { Replaces = [Entry(0), Entry(4), Entry(8)] },
        ];
        var numbered = entries.Index().Concat(entries.Index()).ToArray();
        Gen.Shuffle(numbered).Sample(
            shuffled => Assert.Equal("23: B15 A14 C6 D2", Entered(shuffled).Closed().Result().Figures()), iter: 1000);
    }

    [Fact]
    public void The_result_depends_on_the_set_of_entries_alone()
    {
        SomeHands.Array[1, 12].SelectMany(entries => Gen.Shuffle(entries.Index().ToArray())).Sample(shuffled =>
        {
            var ordered = shuffled.OrderBy(entry => entry.Index).ToArray();
            Assert.True(PeerNetJson.Same(Entered(ordered).Closed().Result(), Entered(shuffled).Closed().Result()));
        });
    }

    [Fact]
    public void No_more_people_vote_than_are_present()
    {
        SomeHands.Array[1, 12].Sample(entries =>
            Assert.InRange(Entered([.. entries.Index()]).Closed().Result().People ?? 0, 0, Tables * Present));
    }

    [Fact]
    public void Without_any_table_or_what_was_shown_before_eight_people_of_two_tables_are_left()
    {
        Gen.Select(SomeHands.Array[1, 14], Gen.Int[0, 8], SomeSlips).Sample((entries, onTime, slips) =>
        {
            var answered = slips.Index().Aggregate(Entered([.. entries.Index().Take(onTime)]), Spend);
            var room = answered.CloseQuestion(TheQuestion, ByLead, Keys).Yes();
            var shown = Shown(room);
            foreach (var late in entries.Index().Skip(onTime))
            {
                room = Enter(room, late);
                var before = shown;
                shown = Shown(room);
                Assert.All(before.Keys, table => Assert.Equal(before[table], shown[table]));
                var added = shown.Keys.Except(before.Keys).Select(table => shown[table]).ToList();
                if (added.Count > 0 && before.Count > 0) AreEnough(added);
                Assert.Equal(shown.Count == 0 ? null : shown.Values.Sum(), room.Result().People);
            }
            Assert.All(shown.Keys, table =>
                AreEnough([.. shown.Where(one => one.Key != table).Select(one => one.Value)]));
        });
    }

    [Fact]
    public void Any_order_of_hands_and_slips_gives_the_same_result()
    {
        Gen.Select(SomeHands.Array[1, 8], SomeSlips).SelectMany((entries, slips) =>
        {
            // A count of fewer people than used slips is refused if it comes after them: it is not in the set.
            var enough = entries.Where(one => one.TookPart >= slips.Count(slip => At(slip.Table) == one.TableId));
            var hands = enough.Index().Select(one => (Func<Gathering, Gathering>)(room => Enter(room, one)));
            var voices = slips.Index().Select(one => (Func<Gathering, Gathering>)(room => Spend(room, one)));
            Func<Gathering, Gathering>[] acts = [.. hands, .. voices];
            return Gen.Select(Gen.Const(acts), Gen.Shuffle(acts));
        }).Sample((acts, shuffled) => Assert.True(PeerNetJson.Same(ResultOf(acts), ResultOf(shuffled))));

        static QuestionResult ResultOf(Func<Gathering, Gathering>[] acts)
        {
            var room = acts.Aggregate(Entered([]), (next, act) => act(next));
            return room.CloseQuestion(TheQuestion, ByLead, Keys).Yes().Result();
        }
    }

    [Fact]
    public void A_table_counts_by_its_hands_or_by_its_slips_and_they_are_never_added_up()
    {
        Gen.Select(SomeHands.Array[0, 10], SomeSlips, Gen.Bool).Sample((entries, slips, areSlipsFirst) =>
        {
            var room = areSlipsFirst
                ? entries.Index().Aggregate(slips.Index().Aggregate(Entered([]), Spend), Enter)
                : slips.Index().Aggregate(Entered(entries.Index()), Spend);
            var closed = room.CloseQuestion(TheQuestion, ByLead, Keys).Yes();
            var shown = Bound.Shown(closed.Tallies, closed.SlipSums, QuestionKind.Vote);
            foreach (var counted in Entries.Union(closed.Tallies, closed.SlipSums).Concat(shown))
            {
                var hands = Entries.Standing([.. closed.Tallies.Where(one => one.Counted.TableId == counted.Table)]);
                var spent = room.Slips.Count(slip => slip.Table == counted.Table);
                // Each slip has chosen one option.
                var (people, voices) = hands.IsEmpty
                    ? (spent, spent)
                    : (hands[0].Counted.TookPart, hands[0].Counted.Counts.Sum());
                Assert.Equal((people, voices), (counted.TookPart, counted.Counts.Sum()));
            }
        });
    }

    [Fact]
    public void Nobody_s_result_differs_before_the_question_is_closed()
    {
        SomeHands.Array[0, 12].Sample(entries =>
        {
            Assert.True(Entered([.. entries.Index()]).ResultOf(TheQuestion, BySam).Refused(out var refusal, out _));
            Assert.Equal(GatheringRefusals.StillOpen, refusal);
        });
    }

    private static void AreEnough(IReadOnlyCollection<int> people)
    {
        Assert.True(people.Sum() >= 8, $"{people.Sum()} people are left");
        Assert.True(people.Count(one => one > 0) >= 2, "One table is left");
    }

    private static Dictionary<TableId, int> Shown(Gathering room) =>
        Bound.Shown(room.Tallies, room.SlipSums, QuestionKind.Vote).ToDictionary(one => one.Table, one => one.TookPart);

    private static Gathering Entered(IEnumerable<(int Index, EnterTally Item)> entries) =>
        entries.Aggregate(ARoom(AVote, [.. Enumerable.Repeat(Present, Tables)]), Enter);

    private static Gathering Spend(Gathering room, (int Index, (int Table, int Choice) Item) slip)
    {
        var (table, choice) = slip.Item;
        var chosen = new SpendSlip($"{slip.Index}", [$"{(char)('A' + choice)}"]);
        var spent = room.Spend(TheQuestion, At(table), chosen, Keys[TheQuestion]);
        return spent.Refused(out _, out var next) ? room : next;
    }

    // An entry that says it replaces itself is refused, and changes nothing.
    private static Gathering Enter(Gathering room, (int Index, EnterTally Item) entry) =>
        room.Enter(entry.Item, entry.Index).Refused(out _, out var next) ? room : next;
}
