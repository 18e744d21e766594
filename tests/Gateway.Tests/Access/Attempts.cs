using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Access;

/// <summary>What each row of the table sends, on a scene nobody has used; what the caller may not do is good in every other respect.</summary>
internal static class Attempts
{
    private static readonly MemberProfile Profile = new() { Name = $"Kim {RunningArea.Canary}" };

    public static Dictionary<string, Func<Asking, Scene, Person, Task<Answer>>> All { get; } = new()
    {
        ["GET /area"] = (http, _, by) => http.Get("area", by),
        ["GET /groups"] = (http, _, by) => http.Get("groups", by),
        ["GET /groups/{id}"] = (http, scene, by) => http.Get(scene.At, by),
        ["PUT /groups/{id} new"] = (http, _, by) => http.Put($"groups/{Guid.CreateVersion7()}", by, Scene.Description),
        ["PUT /groups/{id} changed"] = (http, scene, by) => http.Put(scene.At, by, Scene.Description with { Capacity = 20 }, "*"),
        ["PUT /groups/{id}/confirmation"] = (http, scene, by) => http.Put($"{scene.At}/confirmation", by),
        ["PUT /groups/{id}/closure"] = (http, scene, by) => http.Put($"{scene.At}/closure", by, new GroupClosure(RunningArea.Canary)),
        ["DELETE /groups/{id}/closure"] = async (http, scene, by) =>
        {
            (await http.Put($"{scene.At}/closure", scene.Lead)).Is(200);
            return await http.Delete($"{scene.At}/closure", by);
        },
        ["PUT /groups/{id}/members/{memberId} themselves"] = (http, scene, by) => http.Put($"{scene.At}/members/{Self(scene, by)}", by),
        ["PUT /groups/{id}/members/{memberId} themselves as lead"] = (http, scene, by) => http.Put($"{scene.At}/members/{Self(scene, by)}", by, new JoinGroup(Part.Lead)),
        ["PUT /groups/{id}/members/{memberId} somebody else"] = (http, scene, by) =>
            http.Put($"{scene.At}/members/{(by == scene.Stranger ? scene.NetworkCoordinator : scene.Stranger).Id}", by, new JoinGroup(Part.Member)),
        ["DELETE /groups/{id}/members/{memberId} themselves"] = (http, scene, by) => http.Delete($"{scene.At}/members/{Self(scene, by)}", by),
        ["DELETE /groups/{id}/members/{memberId} somebody else"] = (http, scene, by) => http.Delete($"{scene.At}/members/{scene.Other.Id}", by),
        ["GET /groups/{id}/meetings"] = (http, scene, by) => http.Get($"{scene.At}/meetings", by),
        ["PUT /groups/{id}/seats/{seatId}"] = async (http, scene, by) => await http.Put($"{scene.At}/seats/{await scene.AGuestWhoAsks()}", by, new AnswerSeat(true)),
        ["DELETE /groups/{id}/seats/{seatId}"] = async (http, scene, by) => await http.Delete($"{scene.At}/seats/{await scene.AGuestWhoAsks()}", by),
        ["GET /groups/{id}/connections"] = (http, scene, by) => http.Get($"{scene.At}/connections", by),
        ["PUT /groups/{id}/connections/{area}/{groupId}"] = (http, scene, by) => http.Put($"{scene.At}/connections/west-sussex/{Guid.CreateVersion7()}", by),
        ["DELETE /groups/{id}/connections/{area}/{groupId}"] = (http, scene, by) => http.Delete($"{scene.At}/connections/west-sussex/{Guid.CreateVersion7()}", by),
        ["PUT /groups/{id}/shared/{meetingId}"] = async (http, scene, by) => await http.Put($"{scene.At}/shared/{await scene.AMeetingToCome()}", by),
        ["DELETE /groups/{id}/shared/{meetingId}"] = (http, scene, by) => http.Delete($"{scene.At}/shared/{Guid.CreateVersion7()}", by),
        ["GET /link/ledger"] = (http, _, by) => http.Get("link/ledger", by),
        ["PUT /link/border/{area}"] = (http, _, by) => http.Put("link/border/north-sussex", by),
        ["DELETE /link/border/{area}"] = (http, _, by) => http.Delete("link/border/north-sussex", by),
        ["GET /members/me/attendance"] = (http, _, by) => http.Get("members/me/attendance", by),
        ["PUT /members/me/seats/{seatId}"] = (http, _, by) => http.Put($"members/me/seats/{SeatId.Random()}", by, ASeat()),
        ["GET /members/me/seats/{seatId} somebody else"] = async (http, scene, by) => await http.Get(await SomebodysSeat(http, scene, by), by),
        ["DELETE /members/me/seats/{seatId} somebody else"] = async (http, scene, by) => await http.Delete(await SomebodysSeat(http, scene, by), by),
        ["GET /members/me"] = (http, _, by) => http.Get("members/me", by),
        ["GET /members/{id} themselves"] = (http, scene, by) => http.Get($"members/{Self(scene, by)}", by),
        ["GET /members/{id} of the group"] = (http, scene, by) => http.Get($"members/{scene.Other.Id}", by),
        ["GET /members/{id} who has asked"] = async (http, scene, by) =>
        {
            var asking = await scene.SomebodyWhoAsks();
            return await http.Get($"members/{asking.Id}", by);
        },
        ["PUT /members/{id} new"] = (http, _, by) => http.Put($"members/{Guid.CreateVersion7()}", by, Profile),
        ["PUT /members/{id} themselves"] = (http, scene, by) => http.Put($"members/{Self(scene, by)}", by, Profile, "*"),
        ["PUT /members/{id} of the group"] = (http, scene, by) => http.Put($"members/{scene.Other.Id}", by, Profile, "*"),
        ["DELETE /members/{id} themselves"] = (http, scene, by) => http.Delete($"members/{Self(scene, by)}", by),
        ["DELETE /members/{id} of the group"] = (http, scene, by) => http.Delete($"members/{scene.Other.Id}", by),
        ["GET /meetings/{id}"] = async (http, scene, by) => await http.Get(await scene.ALoggedMeeting(), by),
        ["PUT /meetings/{id} new"] = (http, scene, by) => http.Put($"meetings/{Guid.CreateVersion7()}", by, APlan(scene)),
        ["PUT /meetings/{id} moved"] = async (http, scene, by) => await http.Put(await scene.APlannedMeeting(), by, APlan(scene), "*"),
        ["PUT /meetings/{id}/record"] = (http, scene, by) => http.Put($"meetings/{Guid.CreateVersion7()}/record", by, scene.ALog()),
        ["PUT /meetings/{id}/attendance/{memberId} themselves"] = async (http, scene, by) =>
            await http.Put($"{await scene.APlannedMeeting()}/attendance/{Self(scene, by)}", by, new MarkAttendance(Mark.Present)),
        ["PUT /meetings/{id}/attendance/{memberId} somebody else"] = async (http, scene, by) =>
            await http.Put($"{await scene.APlannedMeeting()}/attendance/{scene.Other.Id}", by, new MarkAttendance(Mark.Present)),
        ["PUT /meetings/{id}/headcount"] = async (http, scene, by) => await http.Put($"{await scene.ALoggedMeeting()}/headcount", by, new Unnamed(Carers: 1)),
        ["PUT /meetings/{id}/corrections/{correctionId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.ALoggedMeeting()}/corrections/{Guid.CreateVersion7()}", by, new CorrectMeeting { Why = RunningArea.Canary }),
        ["PUT /meetings/{id}/cancellation"] = async (http, scene, by) => await http.Put($"{await scene.APlannedMeeting()}/cancellation", by, new CancelMeeting { Reason = RunningArea.Canary }),
        ["DELETE /meetings/{id}/cancellation"] = async (http, scene, by) =>
        {
            var at = await scene.APlannedMeeting();
            (await http.Put($"{at}/cancellation", scene.Lead)).Is(200);
            return await http.Delete($"{at}/cancellation", by);
        },
    };

    private static AskForSeat ASeat() => new() { Area = new("north-sussex"), GroupId = new(Guid.CreateVersion7()), ShownAs = RunningArea.Canary, Consent = true };

    private static async Task<string> SomebodysSeat(Asking http, Scene scene, Person by)
    {
        var at = $"members/me/seats/{SeatId.Random()}";
        (await http.Put(at, by == scene.Other ? scene.Stranger : scene.Other, ASeat())).Is(201);
        return at;
    }

    private static PlanMeeting APlan(Scene scene) => new() { GroupId = scene.Group, HeldOn = RunningArea.Today.AddDays(3), StartsAt = Scene.Seven };

    // A visitor has no self, and tries it with somebody's.
    private static MemberId Self(Scene scene, Person by) => by.Token is null ? scene.Member.Id : by.Id;
}
