using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>Whether groups can let people outside the area read what they say.</summary>
internal static class SharingByGroups
{
    /// <summary>
    /// Why groups cannot let people outside the area read something: to them, a group that nobody has welcomed does not
    /// exist. Null if one of them is welcomed, or they do not want to.
    /// </summary>
    public static async Task<Refusal?> WhyNotShared(
        this IGrainFactory grains, AreaId area, Readers? readers, params IEnumerable<GroupId> groups)
    {
        if (readers != Readers.AllAreas) return null;
        var welcomed = await Task.WhenAll(groups.Distinct().Select(group => grains.Welcome(area, group).IsWelcomed()));
        return welcomed.Any(isWelcomed => isWelcomed) ? null : GroupRefusals.New;
    }
}
