using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>How those who lead a group answer people who ask to come, on the group's page.</summary>
internal sealed class RequestPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapPost("/groups/{id}/requests/{memberId}", Answer).ForMembers();
        site.Pages.MapPost("/groups/{id}/guests/{seatId}", AnswerGuest).ForMembers();
    }

    private static async Task<Sent> Answer(
        GroupId id, MemberId memberId, IFormCollection form, Home home, Neighbours neighbours, TimeProvider clock,
        CurrentCaller by)
    {
        // Whoever has been answered since then, or does not want to come any more, is neither put out nor invited.
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        if (group.Asked is { } asked && !asked.Contains(memberId))
            return TypedResults.LocalRedirect(GroupPages.UrlOf(id));
        if (IsWelcome(form))
        {
            return (await home.Group(id).Join(memberId, new(), by.Caller)).Refused(out refusal, out _)
                ? await GroupPages.ShowAgain(id, refusal, home, neighbours, clock, by)
                : TypedResults.LocalRedirect(GroupPages.UrlOf(id));
        }
        return (await home.Group(id).Leave(memberId, by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect(GroupPages.UrlOf(id));
    }

    private static async Task<Sent> AnswerGuest(
        GroupId id, SeatId seatId, IFormCollection form, Home home, Neighbours neighbours, TimeProvider clock,
        CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var isSeated = group.Seats?.Any(seat => seat.Id == seatId && seat.State == SeatState.Seated) == true;
        if (isSeated && !IsWelcome(form)) return TypedResults.LocalRedirect(GroupPages.UrlOf(id));
        return (await home.Guests(id).AnswerSeat(seatId, new(IsWelcome(form)), by.Caller)).Refused(out refusal, out _)
            ? await GroupPages.ShowAgain(id, refusal, home, neighbours, clock, by)
            : TypedResults.LocalRedirect(GroupPages.UrlOf(id));
    }

    private static bool IsWelcome(IFormCollection form) => form["welcome"] == "true";
}
