using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>Evenings that are logged.</summary>
internal sealed partial class GroupGrain
{
    private readonly LoggedEvenings evenings = new();

    public async Task<MeetingId?> Claim(LoggedEvening evening)
    {
        var day = evening.HeldOn;
        if (!evenings.IsKnown(evening, Now))
            evenings.Read(day, await GrainFactory.Area(Key.Area).ListLogged(new(Key.Id), day));
        return evenings.Claim(evening, Now);
    }
}
