using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Power;

/// <summary>What the people of the group see.</summary>
internal sealed partial record GroupPower
{
    /// <summary>Who holds which role now; for how long, only of the reader's own.</summary>
    public GroupPowerDetails SeenBy(MemberId reader, GroupId group, DateOnly today)
    {
        // In no order that tells who has held a role for longer.
        var now = Holds.Where(one => one.Until is null)
            .OrderBy(one => one.Role).ThenBy(one => one.Member?.Value).ToList();
        return new(
            group,
            [
                .. now.Where(one => one.Member is not null).Select(one => new RoleNow(
                    one.Id, one.Role, one.Member!.Value, one.SharedWith, one.OfferedOn is not null)),
            ],
            [
                .. now.Where(one => one.Member == reader).Select(one => new OwnRole(
                    one.Id, one.Role, one.Since, one.SharedWith, one.OfferedOn is not null, one.IsAskedOn(today))),
            ]);
    }
}
