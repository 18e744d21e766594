namespace PeerNet.Contracts.Power;

/// <summary>
/// Who holds which role in a group. A side of the same grain as <see cref="Groups.IGroupGrain"/>, because only its
/// people hold one. Refusals have a code of <see cref="PowerRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.group.power"), Alias("peernet.group.power")]
public interface IPowerGrain : IGrainWithStringKey
{
    /// <summary>Who holds which role now, for the people of the group.</summary>
    [Alias("get")]
    Task<Result<GroupPowerDetails>> GetPower(Caller by);

    /// <summary>Somebody of the group says that they hold a role, or changes what they have said.</summary>
    [Alias("hold")]
    Task<Result<GroupPowerDetails>> HoldRole(RoleHoldId id, HoldRole says, Caller by);

    /// <summary>The holder offers it to somebody else.</summary>
    [Alias("offer")]
    Task<Result<GroupPowerDetails>> OfferRole(RoleHoldId id, Caller by);

    /// <summary>Somebody else of the group takes a role that is offered.</summary>
    [Alias("take")]
    Task<Result<GroupPowerDetails>> TakeRole(RoleHoldId id, TakeRole take, Caller by);

    /// <summary>The holder, or a lead, says that they no longer hold it.</summary>
    [Alias("end")]
    Task<Result<GroupPowerDetails>> EndRole(RoleHoldId id, Caller by);
}

/// <summary>
/// In how many groups roles are shared. A side of the same grain as <see cref="Areas.IAreaGrain"/>, which reads across
/// records.
/// </summary>
[GrainInterfaceType("peernet.area.power"), Alias("peernet.area.power")]
public interface IPowerCheckGrain : IGrainWithStringKey
{
    /// <summary>Counts alone, for coordinators (code <c>access.coordinators-only</c>).</summary>
    [Alias("check")]
    Task<Result<PowerCheck>> CheckPower(Caller by);
}
