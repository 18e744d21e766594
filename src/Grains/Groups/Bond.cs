using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>What this group and one of another area have said to each other. They are connected while the last word of both is yes.</summary>
/// <param name="Area">The other group's area.</param>
/// <param name="GroupId">The other group.</param>
/// <param name="Mine">Our last word; null: none.</param>
/// <param name="MineVersion">The number of the letter that said it.</param>
/// <param name="Theirs">Their last word; null: none.</param>
/// <param name="TheirsVersion">The number of the letter that said it; an earlier one changes nothing.</param>
/// <param name="IsOpen">Whether they said it after our last word, so that it waits for an answer of ours.</param>
/// <param name="Since">Since when it stands so.</param>
internal sealed record Bond(AreaId Area, GroupId GroupId, bool? Mine, int MineVersion, bool? Theirs, int TheirsVersion, bool IsOpen, DateTimeOffset Since)
{
    /// <summary>Whether both say yes.</summary>
    public bool Connected => Mine == true && Theirs == true;

    /// <summary>Whether it is not at an end.</summary>
    public bool Live => State != ConnectionState.Ended;

    /// <summary>How it stands. A yes of theirs from before our no is not asking again: they take it back when they hear of our no.</summary>
    public ConnectionState State => (Mine, Theirs) switch
    {
        (true, true) => ConnectionState.Connected,
        (true, _) => ConnectionState.Proposed,
        (null, true) => ConnectionState.Asked,
        (false, true) when IsOpen => ConnectionState.Asked,
        _ => ConnectionState.Ended,
    };

    /// <summary>Nothing said yet.</summary>
    public static Bond None(AreaId area, GroupId group) => new(area, group, null, 0, null, 0, false, default);

    /// <summary>Whether it is with that group.</summary>
    public bool With(AreaId area, GroupId group) => Area == area && GroupId == group;
}

/// <summary>A meeting of this group that connected groups are told of.</summary>
internal sealed record Offer(MeetingId Meeting, DateOnly HeldOn, TimeOnly StartsAt, bool Open, bool Cancelled);

/// <summary>A meeting that a connected group tells of, and the number of the letter that says so; one taken back stays, so that late news of it is known to be late.</summary>
internal sealed record HeardOffer(AreaId Area, GroupId GroupId, Offer Offer, bool Withdrawn, int Version);
