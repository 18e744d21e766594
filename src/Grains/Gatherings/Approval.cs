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
                Outlook = room.Missing > 0 ? OutlookOf(voices, room) : null,
            }));
    }

    // At worst everybody who is missing takes part and likes something else; at best they all like this one.
    private static Outlook OutlookOf(int voices, Room room)
    {
        if (IsMost(voices, room.People + room.Missing)) return Outlook.Sure;
        return IsMost(voices + room.Missing, room.People + room.Missing) ? Outlook.Open : Outlook.Out;
    }

    private static bool IsMost(int voices, int people) => 2 * voices > people;
}
