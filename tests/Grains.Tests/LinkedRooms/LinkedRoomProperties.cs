using CsCheck;
using PeerNet.Contracts.Areas;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Whatever three areas count, and however their letters arrive.</summary>
public sealed class LinkedRoomProperties
{
    private static readonly Gen<int[]> SomeCount =
        from people in Gen.Int[4, 200]
        from voices in Gen.Int[0, people].Array[4]
        select (int[])[people, .. voices];

    [Fact]
    public void The_sum_of_what_is_hidden_is_the_sum_of_the_counts()
    {
        Gen.Select(SomeCount.Array[3], Gen.Int[0, 1000].Array[40], Gen.Shuffle(All)).Sample((counts, chances, order) =>
        {
            var rooms = Sharing();
            foreach (var area in order)
            {
                var count = counts[Array.IndexOf(All, area)];
                rooms.HandIn(area, Counted(count[0], [.. count[1..]]));
            }
            Muddle(rooms, chances[..20]);
            rooms.Carry().AddUp();
            Muddle(rooms, chances[20..]);
            rooms.Carry();
            foreach (var letter in rooms.Carried.ToList()) rooms.Bring(letter);
            foreach (var area in All)
            {
                var together = rooms[area].TogetherOf(TheQuestion).Yes();
                Assert.Equal(counts.Sum(count => count[0]), together.People);
                Assert.Equal(
                    Enumerable.Range(1, 4).Select(place => counts.Sum(count => count[place])),
                    together.Options.OrderBy(option => option.Box).Select(option => option.Voices!.Value));
            }
        }, iter: 100);
    }

    [Fact]
    public void However_areas_drop_out_figures_are_of_all_three_or_of_none()
    {
        var some = Gen.Select(Gen.Int[1, 12].Array[3], Gen.Int[0, 1000].Array[12], Gen.Int[0, 2]);
        some.Sample((people, chances, frozen) =>
        {
            var rooms = Sharing();
            foreach (var (place, area) in All.Index())
                rooms.HandIn(area, Counted(people[place], people[place], 0, 0, 0));
            rooms.Carry();
            if (frozen > 0) rooms.Frozen.Add(All[frozen]);
            rooms.AddUp();
            Muddle(rooms, chances);
            if (rooms[Brighton].Find(TheQuestion)!.Sum is null && frozen > 0) rooms.AddUp(All[frozen]);
            rooms.Carry().Frozen.Clear();
            rooms.Carry();
            foreach (var area in All)
            {
                var together = rooms[area].TogetherOf(TheQuestion).Yes();
                Assert.Equal(All, together.Areas.Concat(together.Missing).Concat(together.TooFew).Order(ByName));
                if (together.People is not { } all) continue;
                Assert.All(people, own => Assert.True(all - own >= 8));
            }
        }, iter: 200);
    }

    private static readonly IComparer<AreaId> ByName =
        Comparer<AreaId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    // Letters of different areas in any order, and every now and then one that has arrived before.
    private static void Muddle(Rooms rooms, int[] chances)
    {
        foreach (var chance in chances)
        {
            if (chance % 3 == 0 && rooms.Carried.Count > 0) rooms.Bring(rooms.Carried[chance % rooms.Carried.Count]);
            else rooms.CarryOne(chance);
        }
    }
}
