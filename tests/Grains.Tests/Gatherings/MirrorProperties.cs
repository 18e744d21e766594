using System.Collections.Immutable;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.MirrorTests;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Whatever two sides say in a mirror question.</summary>
public sealed class MirrorProperties
{
    private const int Tables = 5, Steps = 5;

    // Some of them are enough to be shown, and some are not.
    private static readonly Gen<EnterTally[]> SomeTables = Gen.Int[0, 1].Array[3 * Steps].Array[2, Tables]
        .Select(tables => tables.Select((counts, place) => Sheet(place + 1, counts)).ToArray());

    [Fact]
    public void Any_order_and_any_repeats_give_the_same_result()
    {
        SomeTables.SelectMany(tables => Gen.Shuffle(tables.Concat(tables).ToArray())).Sample(shuffled =>
            Assert.True(PeerNetJson.Same(Answered(shuffled), Answered([.. shuffled.OrderBy(NumberOf)]))));
    }

    [Fact]
    public void Both_hats_never_change_a_side()
    {
        Gen.Select(SomeTables, Gen.Int[0, 4]).Sample((tables, both) =>
        {
            var without = Answered([.. tables.Select(table => WithBoth(table, 0))]);
            var with = Answered([.. tables.Select(table => WithBoth(table, both))]);
            Assert.Equal(Sides(without), Sides(with));
            Assert.Equal(without.Mirror?.Sides.IsEmpty ?? true ? null : both * tables.Length, with.Mirror?.BothHats);
        });
    }

    [Fact]
    public void Below_the_bound_nothing_but_who_is_needed_is_said()
    {
        SomeTables.Sample(tables =>
        {
            var mirror = Answered(tables).Mirror;
            if (mirror is null) return;
            Assert.True(mirror.Sides.IsEmpty != mirror.NeedsMore.IsEmpty);
            Assert.Equal(mirror.Sides.IsEmpty, mirror is { Apart: null, BothHats: null });
            Assert.All(mirror.Sides, side => Assert.True(side.Counts.Sum() >= 8));
        });
    }

    private static EnterTally WithBoth(EnterTally table, int both)
    {
        ImmutableArray<int> counts = [.. table.Counts.Take(2 * Steps), both, .. new int[Steps - 1]];
        return table with { Counts = counts, TookPart = counts.Sum() };
    }

    private static string Sides(QuestionResult result) =>
        string.Join(';', result.Mirror?.Sides.Select(side => $"{side.Step}:{string.Join(',', side.Counts)}") ?? []);
}
