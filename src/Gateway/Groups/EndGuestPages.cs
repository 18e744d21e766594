using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>How those who run a group end the place of a guest from another area, after asking once more.</summary>
internal sealed class EndGuestPages : IEndpoints
{
    private const string Guest = "/groups/{id}/guests/{seatId}/end";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Guest, Ask).ForMembers();
        site.Pages.MapPost(Guest, End).ForMembers();
    }

    private static async Task<Sent> Ask(GroupId id, SeatId seatId, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Find(group, seatId) is { } seat
            ? Page.Of<EndGuestPage, EndGuestModel>(new(group, seat))
            : PeoplePages.ToPage(id);
    }

    private static async Task<Sent> End(
        GroupId id, SeatId seatId, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        // Whoever has only asked is answered on the group's page.
        if (Find(group, seatId) is null) return PeoplePages.ToPage(id);
        return (await home.Guests(id).EndSeat(seatId, by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : PeoplePages.ToPage(id);
    }

    private static GuestSeat? Find(GroupDetails group, SeatId id) =>
        group.Seats?.FirstOrDefault(seat => seat.Id == id && seat.State == SeatState.Seated);
}

/// <summary>A guest whose place is about to end.</summary>
/// <param name="Group">The group.</param>
/// <param name="Seat">Their seat.</param>
public sealed record EndGuestModel(GroupDetails Group, GuestSeat Seat);
