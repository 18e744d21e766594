using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// A vote: "Raise a hand for every one you could live with." Options that are much alike do not take voices from each
/// other, and nobody loses by liking one more.
/// </summary>
internal static class Approval
{
    /// <summary>The first box with more hands than people who took part, or null.</summary>
    public static Excess? Excess(EnterTally counted, Func<int, string> box)
    {
        var first = counted.Counts.Index().Where(one => one.Item > counted.TookPart).Select(one => (int?)one.Index);
        return first.FirstOrDefault() is { } at ? new(box(at), counted.TookPart) : null;
    }

    /// <summary>
    /// Those that more than half like stand, several or none; if there are none, those that are liked most do.
    /// </summary>
    public static Reading Read(Room room)
    {
        var top = room.Voices.Max();
        if (top == 0) return new(Finding.NoneChosen, room.Each((_, option) => option));
        var isLikedByMost = IsMost(top, room.People);
        return new(
            isLikedByMost ? Finding.LikedByMost : Finding.LikedMost,
            room.Each((voices, option) => option with
            {
                Place = room.PlaceOf(voices),
                Stands = isLikedByMost ? IsMost(voices, room.People) : voices == top,
            }));
    }

    /// <summary>Whether missing people could still change that more than half like an option, or do not.</summary>
    /// <param name="voices">How many like it.</param>
    /// <param name="people">How many took part.</param>
    /// <param name="missing">How many people sit at the tables that are missing.</param>
    public static Outlook OutlookOf(int voices, int people, int missing)
    {
        // At worst everybody who is missing takes part and likes something else; at best they all like this one.
        if (IsMost(voices, people + missing)) return Outlook.Sure;
        return IsMost(voices + missing, people + missing) ? Outlook.Open : Outlook.Out;
    }

    private static bool IsMost(int voices, int people) => 2 * voices > people;
}
