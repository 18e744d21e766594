using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Seats;

/// <summary>Seats over HTTP: the member's own at home, and the guests of a group.</summary>
internal sealed class SeatEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var mine = site.Api.MapGroup("/members/me").ForMembers().WithTags("Members");
        mine.MapPut("/seats/{seatId}", Ask).WithSummary("Asks for a seat in a group in another area")
            .Within(limits => limits.SeatsPerDay, (Home home, SeatId id, Caller by) => home.Seat(id).Get(by), "seatId");
        mine.MapGet("/seats/{seatId}", Get).WithSummary("Gets your seat and your attendance there");
        mine.MapDelete("/seats/{seatId}", End).WithSummary("Gives up the seat and withdraws your consent");
        mine.MapGet("/attendance", Attendance)
            .WithSummary("Lists your attendance, in this area and at your seats in others");
        var guests = site.Api.MapGroup("/groups/{id}/seats").ForMembers().WithTags("Groups");
        guests.MapPut("/{seatId}", Answer).WithSummary("Answers a guest who has asked for a seat");
        guests.MapDelete("/{seatId}", Dismiss).WithSummary("Ends a guest's seat");
    }

    private static async Task<Results<Ok<SeatDetails>, Created<SeatDetails>, ProblemHttpResult>> Ask(
        SeatId seatId, AskForSeat request, Home home, Neighbours neighbours, CurrentCaller by, HttpRequest http)
    {
        if (request.Area != home.Area && neighbours.Find(request.Area) is null)
            return neighbours.NoSuchArea.ToProblem();
        return (await home.Seat(seatId).Ask(request, by.Caller)).ToHttp(http);
    }

    private static async Task<Results<Ok<SeatDetails>, ProblemHttpResult>> Get(
        SeatId seatId, Home home, CurrentCaller by) =>
        (await home.Seat(seatId).Get(by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> End(SeatId seatId, Home home, CurrentCaller by) =>
        (await home.Seat(seatId).End(by.Caller)).ToHttp();

    private static async Task<Results<Ok<AttendanceList>, ProblemHttpResult>> Attendance(Home home, CurrentCaller by)
    {
        return (await home.Grain.ListAttendance(by.Caller.Member!.Value, by.Caller))
            .Then<AttendanceList>(items => new AttendanceList(items))
            .ToHttp();
    }

    private static async Task<Results<Ok<GuestSeat>, ProblemHttpResult>> Answer(
        GroupId id, SeatId seatId, AnswerSeat answer, Home home, CurrentCaller by) =>
        (await home.Guests(id).AnswerSeat(seatId, answer, by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> Dismiss(
        GroupId id, SeatId seatId, Home home, CurrentCaller by) =>
        (await home.Guests(id).EndSeat(seatId, by.Caller)).ToHttp();
}

/// <summary>A person's own attendance.</summary>
/// <param name="Items">The meetings, oldest first.</param>
public sealed record AttendanceList(ImmutableArray<AttendanceLine> Items);
