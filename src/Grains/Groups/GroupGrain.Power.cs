using PeerNet.Contracts;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Groups;

/// <summary>Who holds which role.</summary>
internal sealed partial class GroupGrain
{
    public async Task<Result<GroupPowerDetails>> GetPower(Caller by) =>
        (await Group.Read()).Record.PowerSeenBy(by, Now);

    public Task<Result<GroupPowerDetails>> HoldRole(RoleHoldId id, HoldRole says, Caller by) =>
        CommitPower(by, group => group.HoldRole(id, says, by, Now));

    public Task<Result<GroupPowerDetails>> OfferRole(RoleHoldId id, Caller by) =>
        CommitPower(by, group => group.OfferRole(id, by, Now));

    public Task<Result<GroupPowerDetails>> TakeRole(RoleHoldId id, TakeRole take, Caller by) =>
        CommitPower(by, group => group.TakeRole(id, take, by, Now));

    public Task<Result<GroupPowerDetails>> EndRole(RoleHoldId id, Caller by) =>
        CommitPower(by, group => group.EndRole(id, by, Now));

    private async Task<Result<GroupPowerDetails>> CommitPower(Caller by, Func<Group, Result<Group>> transition) =>
        (await Group.Commit(group => transition(group))).Then(change => change.Record.PowerSeenBy(by, Now));
}
