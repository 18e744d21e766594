using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>Thumbs: "Up, middle or down, all at once."</summary>
internal static class Thumbs
{
    private const int MinPeople = 5;

    /// <summary>Sums them up in words, so that 4, 1, 4 does not read like 1, 7, 1.</summary>
    public static Reading Read(Room room) =>
        new(Find(room.Voices[0], room.Voices[1], room.Voices[2]), room.Each((_, option) => option));

    /// <summary>What so many thumbs say, in one word.</summary>
    public static Finding Find(int up, int middle, int down)
    {
        var people = up + middle + down;
        if (people == 0) return Finding.NobodyVoted;
        if (people < MinPeople) return Finding.TooFew;
        if (IsAgreed(up, down, people)) return Finding.AgreedUp;
        if (IsAgreed(down, up, people)) return Finding.AgreedDown;
        if (3 * up >= people && 3 * down >= people) return Finding.Split;
        if (2 * middle > people) return Finding.InTheMiddle;
        if (up == down) return Finding.Even;
        return up > down ? Finding.LeaningUp : Finding.LeaningDown;
    }

    // At least two thirds one way, and at most one in ten the other.
    private static bool IsAgreed(int most, int few, int people) => 3 * most >= 2 * people && 10 * few <= people;
}
