using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Local;

/// <summary>
/// Seeds what goes from area to area, once every area has its groups: guests, connections between groups, meetings that
/// they share, and gatherings that another area is asked to hold too. The letters arrive a moment later.
/// </summary>
internal sealed class SeedNeighbours(LocalArea at, IGrainFactory grains)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    private readonly SeedFile file = SeedFile.Read(at.Area.Value);

    /// <summary>Asks for seats and connections, unless an earlier start has done so.</summary>
    public async Task Apply(CancellationToken cancel)
    {
        foreach (var connection in file.Connections) await Connect(connection);
        foreach (var group in file.Shared) await Share(group);
        foreach (var (place, gathering) in file.Gatherings.Index()) await AskAreas(gathering, place);
        foreach (var (place, seat) in file.Seats.Index()) await Ask(seat, place, cancel);
    }

    private async Task Ask(SeedSeat seat, int place, CancellationToken cancel)
    {
        var guest = new Caller(CallerRole.Member, file.Person(seat.By));
        var grain = grains.Seat(at.Area, new SeatId(SeedId.Token(at.Area.Value, place)));
        if (!(await grain.Get(guest)).Refused(out _, out _)) return;
        var request = new AskForSeat
        {
            Area = seat.Area,
            GroupId = SeedFile.GroupId(seat.Area, seat.Group),
            ShownAs = seat.ShownAs,
            Consent = true,
        };
        if (seat.GuestOf is { } own)
        {
            var shared = await SharedWith(own, request, guest, cancel);
            request = request with { GuestOf = file.GroupId(own), MeetingId = shared.MeetingId };
        }
        Seed.Expect(await grain.Ask(request, guest));
    }

    // Asking again changes nothing.
    private async Task AskAreas(SeedGathering gathering, int place)
    {
        var id = new GatheringId(SeedId.Of(at.Area.Value, "gathering", place));
        foreach (var area in gathering.AlsoIn)
            Seed.Expect(await grains.LinkedRoom(at.Area, id).Ask(area, LeadOf(gathering.Groups[0])));
    }

    private async Task Connect(SeedConnection connection)
    {
        var grain = grains.Connections(at.Area, file.GroupId(connection.Group));
        Seed.Expect(await grain.Connect(
            connection.Area, SeedFile.GroupId(connection.Area, connection.With), LeadOf(connection.Group)));
    }

    private async Task Share(int group)
    {
        var tomorrow = London.DayOf(TimeProvider.System.GetUtcNow()).AddDays(1);
        var id = file.GroupId(group);
        var lead = LeadOf(group);
        var coming = Seed.Expect(
            await grains.Area(at.Area).ListMeetings(id, tomorrow, tomorrow.AddDays(28), lead));
        Seed.Expect(await grains.Connections(at.Area, id).Share(coming[0].Id, new(Open: true), lead));
    }

    // Letters go to and fro before both groups are connected and one has told the other of its meeting. Areas do this
    // one after another: the one that shares comes before the guest's, or the guest would wait in vain.
    private async Task<SharedMeeting> SharedWith(
        int group, AskForSeat request, Caller guest, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (TimeProvider.System.GetElapsedTime(started) < Timeout)
        {
            var known = Seed.Expect(await grains.Connections(at.Area, file.GroupId(group)).GetConnections(guest));
            if (known.SharedWithUs.FirstOrDefault(one => one.GroupId == request.GroupId) is { } shared) return shared;
            await rounds.WaitForNextTickAsync(cancel);
        }
        throw new InvalidOperationException(
            $"No meeting of {request.Area} was shared with {at.Name} within {Timeout.TotalMinutes:0} minutes.");
    }

    private Caller LeadOf(int group) => new(CallerRole.Member, file.Groups.ElementAt(group).People[0]);
}
