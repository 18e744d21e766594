using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>Who has taken words out of the texts of a gathering, and how often.</summary>
internal sealed record TakenOutBy
{
    /// <summary>How often.</summary>
    public int Times { get; init; }

    /// <summary>The groups whose keepers have.</summary>
    [MaxItems(GatheringFields.MaxGroups)]
    public ImmutableArray<GroupId> Groups { get; init; } = [];

    /// <summary>Whether a coordinator has.</summary>
    public bool IsByArea { get; init; }

    /// <summary>The same, once somebody else has.</summary>
    /// <param name="keeper">The group whose keeper has; null for a coordinator.</param>
    public TakenOutBy And(GroupId? keeper)
    {
        var again = this with { Times = Times + 1 };
        if (keeper is not { } group) return again with { IsByArea = true };
        return Groups.Contains(group) ? again : again with { Groups = Groups.Add(group) };
    }
}
