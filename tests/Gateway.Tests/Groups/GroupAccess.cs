using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Who may do what with groups.</summary>
internal sealed class GroupAccess : IAccess
{
    public static string Rows => """
        GET    /groups                                             anyone        200   200   200   200   200   200   200
        GET    /groups/{id}                                        anyone        200   200   200   200   200   200   200
        PUT    /groups/{id} new                                    members       401   201   201   201   201   201   403
        PUT    /groups/{id} changed                                members       401   403   403   403   200   200   403
        PUT    /groups/{id}/confirmation                           members       401   403   403   403   200   200   403
        PUT    /groups/{id}/closure                                members       401   403   403   403   200   200   403
        DELETE /groups/{id}/closure                                members       401   403   403   403   200   200   403
        PUT    /groups/{id}/welcome                                coordinators  401   403   403   403   403   200   403
        DELETE /groups/{id}/welcome                                coordinators  401   403   403   403   403   200   403
        PUT    /groups/{id}/members/{memberId} themselves          members       401   201   200   200   200   201   201
        PUT    /groups/{id}/members/{memberId} themselves as lead  members       401   403   403   403   200   201   403
        PUT    /groups/{id}/members/{memberId} somebody else       members       401   403   403   403   201   201   403
        DELETE /groups/{id}/members/{memberId} themselves          members       401   204   204   204   204   204   204
        DELETE /groups/{id}/members/{memberId} somebody else       members       401   403   403   403   204   204   403
        GET    /groups/{id}/meetings                               anyone        200   200   200   200   200   200   200
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups"] = (http, _, by) => http.Get("groups", by),
        ["GET /groups/{id}"] = (http, scene, by) => http.Get(scene.At, by),
        ["PUT /groups/{id} new"] = (http, _, by) => http.Put($"groups/{Guid.CreateVersion7()}", by, Scene.Description),
        ["PUT /groups/{id} changed"] =
            (http, scene, by) => http.Put(scene.At, by, Scene.Description with { Capacity = 20 }, "*"),
        ["PUT /groups/{id}/confirmation"] = (http, scene, by) => http.Put($"{scene.At}/confirmation", by),
        ["PUT /groups/{id}/closure"] =
            (http, scene, by) => http.Put($"{scene.At}/closure", by, new GroupClosure(RunningArea.Canary)),
        ["DELETE /groups/{id}/closure"] = async (http, scene, by) =>
        {
            (await http.Put($"{scene.At}/closure", scene.Lead)).Is(200);
            return await http.Delete($"{scene.At}/closure", by);
        },
        ["PUT /groups/{id}/welcome"] = (http, scene, by) => http.Put($"{scene.At}/welcome", by),
        ["DELETE /groups/{id}/welcome"] = (http, scene, by) => http.Delete($"{scene.At}/welcome", by),
        ["PUT /groups/{id}/members/{memberId} themselves"] =
            (http, scene, by) => http.Put($"{scene.At}/members/{scene.Self(by)}", by),
        ["PUT /groups/{id}/members/{memberId} themselves as lead"] =
            (http, scene, by) => http.Put($"{scene.At}/members/{scene.Self(by)}", by, new JoinGroup(Part.Lead)),
        ["PUT /groups/{id}/members/{memberId} somebody else"] = (http, scene, by) =>
            http.Put(
                $"{scene.At}/members/{(by == scene.Stranger ? scene.NetworkCoordinator : scene.Stranger).Id}",
                by,
                new JoinGroup(Part.Member)),
        ["DELETE /groups/{id}/members/{memberId} themselves"] =
            (http, scene, by) => http.Delete($"{scene.At}/members/{scene.Self(by)}", by),
        ["DELETE /groups/{id}/members/{memberId} somebody else"] =
            (http, scene, by) => http.Delete($"{scene.At}/members/{scene.Other.Id}", by),
        ["GET /groups/{id}/meetings"] = (http, scene, by) => http.Get($"{scene.At}/meetings", by),
    };
}
