using PeerNet.Contracts;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Access;
using static PeerNet.Gateway.Tests.NextSteps.StepsInAScene;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>Who may do what with next steps.</summary>
internal sealed class NextStepAccess : IAccess
{
    public static string Rows => """
        GET    /next-steps                                    members      401   200   200   200   200   200   200
        GET    /next-steps/elsewhere                          members      401   200   200   200   200   200   200
        GET    /groups/{id}/next-steps                        members      401   200   200   200   200   200   200
        GET    /next-steps/{id}                               members      401   200   200   200   200   200   200
        PUT    /next-steps/{id} new                           members      401   403   403   201   201   403   403
        PUT    /next-steps/{id} wish                          members      401   403   403   200   200   403   403
        PUT    /next-steps/{id}/owner                         members      401   403   403   403   200   403   403
        PUT    /next-steps/{id}/role-owner                    members      401   200   403   403   403   403   403
        PUT    /next-steps/{id}/declined                      members      401   200   403   403   403   403   403
        PUT    /next-steps/{id}/role-news/{newsId}            members      401   201   403   403   403   403   403
        PUT    /next-steps/{id}/news/{newsId}                 members      401   403   403   201   201   403   403
        PUT    /next-steps/{id}/done                          members      401   403   403   403   200   403   403
        PUT    /next-steps/{id}/kept                          members      401   403   403   403   200   403   403
        PUT    /next-steps/{id}/dropped                       members      401   403   403   403   200   200   403
        PUT    /next-steps/{id}/likes/{groupId}               members      401   403   403   200   200   403   403
        PUT    /next-steps/{id}/taken-out                     coordinators 401   403   403   403   403   200   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /next-steps"] = (http, _, by) => http.Get("next-steps", by),
        ["GET /next-steps/elsewhere"] = (http, _, by) => http.Get("next-steps/elsewhere", by),
        ["GET /groups/{id}/next-steps"] = (http, scene, by) => http.Get($"{scene.At}/next-steps", by),
        ["GET /next-steps/{id}"] = async (http, scene, by) => await http.Get(await scene.AWish(http), by),
        ["PUT /next-steps/{id} new"] = async (http, scene, by) => await http.Put(
            $"next-steps/{Guid.CreateVersion7()}", by, AStep(scene.Group, await scene.AGroupOfOther(http))),
        ["PUT /next-steps/{id} wish"] = async (http, scene, by) => await http.Put(
            await scene.AWish(http), by, AStep(scene.Group, await scene.AGroupOfOther(http)), "*"),
        ["PUT /next-steps/{id}/owner"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWish(http)}/owner", by, new TakeOnNextStep(scene.Group)),
        ["PUT /next-steps/{id}/role-owner"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWishForARole(http)}/role-owner", by),
        ["PUT /next-steps/{id}/declined"] = async (http, scene, by) => await http.Put(
            $"{await scene.AWishForARole(http)}/declined", by, new DeclineNextStep(RunningArea.Canary)),
        ["PUT /next-steps/{id}/role-news/{newsId}"] = async (http, scene, by) => await http.Put(
            $"{await scene.AStepOfARole(http)}/role-news/{Guid.CreateVersion7()}", by,
            new TellRoleNews(RunningArea.Canary)),
        ["PUT /next-steps/{id}/news/{newsId}"] = async (http, scene, by) => await http.Put(
            $"{await scene.AnOpenStep(http)}/news/{Guid.CreateVersion7()}", by,
            new TellNews(scene.Group, RunningArea.Canary)),
        ["PUT /next-steps/{id}/done"] =
            async (http, scene, by) => await http.Put($"{await scene.AnOpenStep(http)}/done", by),
        ["PUT /next-steps/{id}/kept"] = async (http, scene, by) =>
            await http.Put($"{await scene.AStepDoneByAnother(http)}/kept", by, new KeepNextStep(scene.Group)),
        ["PUT /next-steps/{id}/dropped"] = async (http, scene, by) => await http.Put(
            $"{await scene.AnOpenStep(http)}/dropped", by, new DropNextStep(RunningArea.Canary)),
        ["PUT /next-steps/{id}/likes/{groupId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWishOfAnother(http)}/likes/{scene.Group}", by),
        ["PUT /next-steps/{id}/taken-out"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWish(http)}/taken-out", by, new TakeOutWords(RunningArea.Canary)),
    };
}
