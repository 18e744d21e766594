using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Gatherings;

/// <summary>Who keeps a gathering for one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Member">Who keeps it; null if nobody does, or they are erased.</param>
/// <param name="State">Whether somebody does.</param>
internal sealed record Keeper(GroupId Group, MemberId? Member, KeeperState State)
{
    /// <summary>
    /// How many of the group come, and what they need; null if nobody has said, and once it is over or forgotten.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeopleComing? Coming { get; init; }

    /// <summary>Whether it is the caller.</summary>
    public bool Is(Caller by) => Member is { } member && by.Is(member);

    /// <summary>The same, kept by that person.</summary>
    public Keeper KeptBy(MemberId member) => this with { Member = member, State = KeeperState.Keeping };

    /// <summary>The same, declined or given up.</summary>
    public Keeper Declined() => this with { Member = null, State = KeeperState.Declined, Coming = null };

    /// <summary>What a caller sees of it: keepers how many come, and the group's own also what they need.</summary>
    public KeeperDetails Seen(Caller by, bool isKeeper) =>
        new(Group, State, Is(by)) { Coming = isKeeper ? SeenComing(by) : null };

    /// <summary>The same, once that person is erased: it was a keeper.</summary>
    public Keeper Without(MemberId person) =>
        Member == person ? this with { Member = null, State = KeeperState.Erased } : this;

    // What one group needs says something of the few people who come from it.
    private PeopleComing? SeenComing(Caller by) => Is(by) || Coming is null ? Coming : Coming with { Needs = [] };
}
