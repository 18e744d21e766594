using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Who may do what with meetings.</summary>
internal sealed class MeetingAccess : IAccess
{
    public static string Rows => """
        GET    /meetings/{id}                                      members       401   404   404   200   200   200   404
        PUT    /meetings/{id} new                                  members       401   403   403   403   201   201   403
        PUT    /meetings/{id} moved                                members       401   403   403   403   200   200   403
        PUT    /meetings/{id}/record                               members       401   403   403   403   201   201   403
        PUT    /meetings/{id}/attendance/{memberId} themselves     members       401   403   403   200   200   422   403
        PUT    /meetings/{id}/attendance/{memberId} somebody else  members       401   403   403   403   200   200   403
        PUT    /meetings/{id}/intentions/{memberId}                members       401   403   403   200   200   422   403
        DELETE /meetings/{id}/intentions/{memberId}                members       401   403   403   200   200   422   403
        PUT    /meetings/{id}/headcount                            members       401   403   403   403   200   200   403
        PUT    /meetings/{id}/corrections/{correctionId}           members       401   403   403   403   201   201   403
        PUT    /meetings/{id}/cancellation                         members       401   403   403   403   200   200   403
        DELETE /meetings/{id}/cancellation                         members       401   403   403   403   200   200   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /meetings/{id}"] = async (http, scene, by) => await http.Get(await scene.ALoggedMeeting(), by),
        ["PUT /meetings/{id} new"] =
            (http, scene, by) => http.Put($"meetings/{Guid.CreateVersion7()}", by, APlan(scene)),
        ["PUT /meetings/{id} moved"] =
            async (http, scene, by) => await http.Put(await scene.APlannedMeeting(), by, APlan(scene), "*"),
        ["PUT /meetings/{id}/record"] =
            (http, scene, by) => http.Put($"meetings/{Guid.CreateVersion7()}/record", by, scene.ALog()),
        ["PUT /meetings/{id}/attendance/{memberId} themselves"] = async (http, scene, by) =>
            await http.Put(
                $"{await scene.APlannedMeeting()}/attendance/{scene.Self(by)}", by, new MarkAttendance(Mark.Present)),
        ["PUT /meetings/{id}/attendance/{memberId} somebody else"] = async (http, scene, by) =>
            await http.Put(
                $"{await scene.APlannedMeeting()}/attendance/{scene.Other.Id}", by, new MarkAttendance(Mark.Present)),
        ["PUT /meetings/{id}/intentions/{memberId}"] = async (http, scene, by) =>
            await http.Put(
                $"{await scene.APlannedMeeting(days: 3)}/intentions/{scene.Self(by)}",
                by,
                new StateIntention(Intention.Coming)),
        ["DELETE /meetings/{id}/intentions/{memberId}"] = async (http, scene, by) =>
            await http.Delete($"{await scene.APlannedMeeting(days: 3)}/intentions/{scene.Self(by)}", by),
        ["PUT /meetings/{id}/headcount"] = async (http, scene, by) =>
            await http.Put($"{await scene.ALoggedMeeting()}/headcount", by, new Unnamed(Carers: 1)),
        ["PUT /meetings/{id}/corrections/{correctionId}"] = async (http, scene, by) =>
            await http.Put(
                $"{await scene.ALoggedMeeting()}/corrections/{Guid.CreateVersion7()}",
                by,
                new CorrectMeeting { Why = RunningArea.Canary }),
        ["PUT /meetings/{id}/cancellation"] = async (http, scene, by) => await http.Put(
            $"{await scene.APlannedMeeting()}/cancellation", by, new CancelMeeting { Reason = RunningArea.Canary }),
        ["DELETE /meetings/{id}/cancellation"] = async (http, scene, by) =>
        {
            var at = await scene.APlannedMeeting();
            (await http.Put($"{at}/cancellation", scene.Lead)).Is(200);
            return await http.Delete($"{at}/cancellation", by);
        },
    };

    private static PlanMeeting APlan(Scene scene) =>
        new() { GroupId = scene.Group, HeldOn = RunningArea.Today.AddDays(3), StartsAt = Scene.Seven };
}
