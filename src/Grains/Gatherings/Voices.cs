using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>Three voices: "Give a voice to at most three different ones." Nobody can give two to the same.</summary>
internal static class Voices
{
    /// <summary>The first box with more voices than people, or all boxes with more than three each; or null.</summary>
    public static Excess? Excess(EnterTally counted, Func<int, string> box)
    {
        if (Approval.Excess(counted, box) is { } one) return one;
        var max = GatheringFields.VoicesEach * counted.TookPart;
        return counted.Counts.Sum() > max ? new("all boxes together", max) : null;
    }

    /// <summary>The options by their voices; equals share a place.</summary>
    public static Reading Read(Room room)
    {
        if (room.Voices.Max() == 0) return new(Finding.NoneChosen, room.Each((_, option) => option));
        return new(
            Finding.Placed, room.Each((voices, option) => option with { Place = room.PlaceOf(voices) }));
    }
}
