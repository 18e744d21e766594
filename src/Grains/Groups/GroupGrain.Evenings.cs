using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Groups;

/// <summary>Evenings that are logged.</summary>
internal sealed partial class GroupGrain
{
    private readonly EveningClaims evenings = new();

    public async Task<MeetingId?> Claim(LoggedEvening evening)
    {
        if (evenings.HolderOf(evening, Now) is { } writing) return writing;
        // Fifty people who mark themselves at once all ask for the same evening.
        if (evenings.Contains(evening)) return null;
        var area = GrainFactory.Area(Key.Area);
        if (await area.FindLogged(new(Key.Id), evening) is { } logged) return logged;
        evenings.Add(evening, Now);
        return null;
    }
}
