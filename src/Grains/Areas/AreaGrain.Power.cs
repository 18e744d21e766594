using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Areas;

/// <summary>In how many groups roles are shared.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<PowerCheck>> CheckPower(Caller by) =>
        by.Coordinates ? await rows.Power(London.DayOf(clock.GetUtcNow())) : AccessRefusals.CoordinatorsOnly;
}
