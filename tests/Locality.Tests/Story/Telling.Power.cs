using PeerNet.Contracts.Power;

namespace PeerNet.Locality.Tests.Story;

/// <summary>Somebody holds a role in a group, and hands it on.</summary>
internal sealed partial class Telling
{
    private async Task Power(Cast cast)
    {
        var door = At(cast);
        var power = $"groups/{cast.IdOf("tea")}/power";
        var hold = $"{power}/{cast.IdOf("hold")}";
        var says = new HoldRole { Role = GroupRole.Money, Since = Today.AddMonths(-30) };
        _ = (await door.Put(hold, As(cast.Member), says)).Yes;
        _ = (await door.Put($"{hold}/offer", As(cast.Member), new { })).Yes;
        if (cast.Came)
            _ = (await door.Put($"{hold}/taking", As(cast.Lead), new { holdId = cast.IdOf("next hold") })).Yes;
        _ = (await door.Get(power, As(cast.Lead))).Yes;
        _ = (await door.Get("area/power", As(cast.Coordinator))).Yes;
    }
}
