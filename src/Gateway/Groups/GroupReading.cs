using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Groups;

/// <summary>Reads groups for pages.</summary>
internal static class GroupReading
{
    /// <summary>Returns a group for whom may act for it (code <c>access.leads-only</c>).</summary>
    public static async Task<Result<GroupDetails>> ReadLed(this Home home, GroupId id, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        // The group shows who has asked to join only to those who may act for it.
        return group.Asked is null ? AccessRefusals.LeadsOnly : group;
    }

    /// <summary>What groups are called; one that cannot be read is left out.</summary>
    public static async Task<IReadOnlyDictionary<GroupId, string>> ReadNames(
        this Home home, IEnumerable<GroupId> groups, Caller by)
    {
        var read = await Task.WhenAll(groups.Distinct().Select(group => home.Group(group).Get(by)));
        return read.Values().ToDictionary(group => group.Id, group => group.Name);
    }

    /// <summary>What the group says about itself, without the rest that was read with it.</summary>
    public static GroupDescription Described(this GroupDetails group) => new()
    {
        Name = group.Name, About = group.About, FirstTime = group.FirstTime, For = group.For, Topics = group.Topics,
        Languages = group.Languages, Needs = group.Needs, Format = group.Format, Place = group.Place,
        OnlineLink = group.OnlineLink, Schedule = group.Schedule, Joining = group.Joining, Capacity = group.Capacity,
        WelcomesNewcomers = group.WelcomesNewcomers, Pauses = group.Pauses, GuestContact = group.GuestContact,
    };
}
