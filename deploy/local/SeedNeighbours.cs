using PeerNet.Contracts;
using PeerNet.Contracts.Seats;

namespace PeerNet.Local;

/// <summary>
/// Seeds what goes from area to area, once every area has its groups: guests, and connections between groups. The
/// letters arrive a moment later.
/// </summary>
internal sealed class SeedNeighbours(LocalArea at, IGrainFactory grains)
{
    /// <summary>Asks for seats and connections, unless an earlier start has done so.</summary>
    public async Task Apply()
    {
        var file = SeedFile.Read(at.Area.Value);
        foreach (var (place, seat) in file.Seats.Index()) await Ask(seat, place, file);
        foreach (var connection in file.Connections) await Connect(connection, file);
    }

    private async Task Ask(SeedSeat seat, int place, SeedFile file)
    {
        var guest = new Caller(CallerRole.Member, file.Person(seat.By));
        var grain = grains.Seat(at.Area, new SeatId(SeedId.Token(at.Area.Value, place)));
        if (!(await grain.Get(guest)).Refused(out _, out _)) return;
        Seed.Expect(await grain.Ask(
            new()
            {
                Area = seat.Area,
                GroupId = SeedFile.GroupId(seat.Area, seat.Group),
                ShownAs = seat.ShownAs,
                Consent = true,
            },
            guest));
    }

    private async Task Connect(SeedConnection connection, SeedFile file)
    {
        var lead = new Caller(CallerRole.Member, file.Groups.ElementAt(connection.Group).People[0]);
        var grain = grains.Connections(at.Area, file.GroupId(connection.Group));
        Seed.Expect(await grain.Connect(
            connection.Area, SeedFile.GroupId(connection.Area, connection.With), lead));
    }
}
