using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Seats;

/// <summary>Who may do what with seats.</summary>
internal sealed class SeatAccess : IAccess
{
    public static string Rows => """
        PUT    /groups/{id}/seats/{seatId}               members       401   403   403   403   200   200   403
        DELETE /groups/{id}/seats/{seatId}               members       401   403   403   403   204   204   403
        GET    /members/me/attendance                    members       401   200   200   200   200   200   200
        PUT    /members/me/seats/{seatId}                members       401   201   201   201   201   201   201
        GET    /members/me/seats/{seatId} somebody else  members       401   404   404   404   404   404   404
        DELETE /members/me/seats/{seatId} somebody else  members       401   404   404   404   404   404   404
        """;

    public static Attempts Attempts => new()
    {
        ["PUT /groups/{id}/seats/{seatId}"] = async (http, scene, by) =>
            await http.Put($"{scene.At}/seats/{await scene.AGuestWhoAsks()}", by, new AnswerSeat(true)),
        ["DELETE /groups/{id}/seats/{seatId}"] =
            async (http, scene, by) => await http.Delete($"{scene.At}/seats/{await scene.AGuestWhoAsks()}", by),
        ["GET /members/me/attendance"] = (http, _, by) => http.Get("members/me/attendance", by),
        ["PUT /members/me/seats/{seatId}"] =
            (http, _, by) => http.Put($"members/me/seats/{SeatId.Random()}", by, ASeat()),
        ["GET /members/me/seats/{seatId} somebody else"] =
            async (http, scene, by) => await http.Get(await SomebodysSeat(http, scene, by), by),
        ["DELETE /members/me/seats/{seatId} somebody else"] =
            async (http, scene, by) => await http.Delete(await SomebodysSeat(http, scene, by), by),
    };

    private static AskForSeat ASeat() =>
        new()
        {
            Area = new("north-sussex"),
            GroupId = new(Guid.CreateVersion7()),
            ShownAs = RunningArea.Canary,
            Consent = true
        };

    private static async Task<string> SomebodysSeat(ApiClient http, Scene scene, Person by)
    {
        var at = $"members/me/seats/{SeatId.Random()}";
        (await http.Put(at, by == scene.Other ? scene.Stranger : scene.Other, ASeat())).Is(201);
        return at;
    }
}
