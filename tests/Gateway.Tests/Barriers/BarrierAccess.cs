using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Tests.Access;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>
/// Who may do what with barriers, limits and roles. The scene's stranger, who belongs to no group, answers for the
/// role.
/// </summary>
internal sealed class BarrierAccess : IAccess
{
    public static string Rows => """
        GET    /barriers                                      members      401   200   200   200   200   200   200
        GET    /barriers/elsewhere                            members      401   200   200   200   200   200   200
        GET    /barriers/answers                              members      401   200   200   200   200   200   200
        GET    /barriers/{id}                                 members      401   200   200   200   200   200   200
        PUT    /barriers/{id}                                 members      401   403   403   201   201   403   403
        PUT    /barriers/{id}/hearing                         members      401   200   403   403   403   403   403
        PUT    /barriers/{id}/answers/{answerId}              members      401   200   403   403   403   403   403
        PUT    /barriers/{id}/additions/{additionId}          members      401   200   403   403   403   403   403
        PUT    /barriers/{id}/us-too/{groupId}                members      401   403   403   200   200   403   403
        PUT    /barriers/{id}/helped/{groupId}                members      401   403   403   200   200   403   403
        PUT    /barriers/{id}/readers                         members      401   403   403   403   200   403   403
        PUT    /barriers/{id}/withdrawal                      members      401   403   403   403   200   200   403
        GET    /limits                                        members      401   200   200   200   200   200   200
        GET    /limits/{id}                                   members      401   200   200   200   200   200   200
        PUT    /limits/{id}                                   members      401   201   403   403   403   403   403
        PUT    /limits/{id}/check                             coordinators 401   403   403   403   403   200   403
        PUT    /limits/{id}/disputes/{groupId}                members      401   403   403   200   200   403   403
        PUT    /limits/{id}/change                            members      401   200   403   403   403   200   403
        PUT    /limits/{id}/taken-out                         coordinators 401   403   403   403   403   200   403
        GET    /roles                                         members      401   200   200   200   200   200   200
        GET    /roles/{id}                                    members      401   200   200   200   200   200   200
        PUT    /roles/{id}                                    coordinators 401   403   403   403   403   201   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /barriers"] = (http, _, by) => http.Get("barriers", by),
        ["GET /barriers/elsewhere"] = (http, _, by) => http.Get("barriers/elsewhere", by),
        ["GET /barriers/answers"] = (http, _, by) => http.Get("barriers/answers", by),
        ["GET /barriers/{id}"] = async (http, scene, by) => await http.Get(await scene.ABarrier(http), by),
        ["PUT /barriers/{id}"] = async (http, scene, by) => await http.Put(
            $"barriers/{Guid.CreateVersion7()}", by, scene.WeWait(await scene.ARole(http))),
        ["PUT /barriers/{id}/hearing"] = async (http, scene, by) => await http.Put(
            $"{await scene.ABarrier(http)}/hearing", by, new HearBarrier(RunningArea.Today)),
        ["PUT /barriers/{id}/answers/{answerId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.ABarrier(http)}/answers/{Guid.CreateVersion7()}", by, Can),
        ["PUT /barriers/{id}/additions/{additionId}"] = async (http, scene, by) => await http.Put(
            $"{(await scene.AnAnswer(http)).At}/additions/{Guid.CreateVersion7()}",
            by, new AddToAnswer(RunningArea.Canary)),
        ["PUT /barriers/{id}/us-too/{groupId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.ABarrierOfAnother(http)}/us-too/{scene.Group}", by),
        ["PUT /barriers/{id}/helped/{groupId}"] = async (http, scene, by) =>
        {
            var answered = await scene.AnAnswer(http);
            return await http.Put(
                $"{answered.At}/helped/{scene.Group}", by, new SayHelped(answered.Id, Helped.Partly));
        },
        ["PUT /barriers/{id}/readers"] = async (http, scene, by) => await http.Put(
            $"{await scene.ABarrierToShare(http)}/readers", by, new ChooseReaders(Readers.MyArea)),
        ["PUT /barriers/{id}/withdrawal"] = async (http, scene, by) =>
            await http.Put($"{await scene.ABarrier(http)}/withdrawal", by),
        ["GET /limits"] = (http, _, by) => http.Get("limits", by),
        ["GET /limits/{id}"] = async (http, scene, by) => await http.Get($"limits/{await scene.ALimit(http)}", by),
        ["PUT /limits/{id}"] = async (http, scene, by) => await http.Put(
            $"limits/{Guid.CreateVersion7()}", by, TheAct(await scene.ARole(http))),
        ["PUT /limits/{id}/check"] = async (http, scene, by) => await http.Put(
            $"limits/{await scene.ALimit(http)}/check", by, new CheckLimit("The law centre", RunningArea.Canary)),
        ["PUT /limits/{id}/disputes/{groupId}"] = async (http, scene, by) => await http.Put(
            $"limits/{await scene.ALimit(http)}/disputes/{scene.Group}", by, new DisputeLimit(RunningArea.Canary)),
        ["PUT /limits/{id}/change"] = async (http, scene, by) => await http.Put(
            $"limits/{await scene.ALimit(http)}/change", by, new ChangeLimit(RunningArea.Canary)),
        ["PUT /limits/{id}/taken-out"] = async (http, scene, by) => await http.Put(
            $"limits/{await scene.ALimit(http)}/taken-out", by, new TakeOutWords(RunningArea.Canary)),
        ["GET /roles"] = (http, _, by) => http.Get("roles", by),
        ["GET /roles/{id}"] = async (http, scene, by) => await http.Get($"roles/{await scene.ARole(http)}", by),
        ["PUT /roles/{id}"] = async (http, scene, by) => await http.Put(
            $"roles/{Guid.CreateVersion7()}", by, new NameRole(RunningArea.Canary, scene.Stranger.Id)),
    };
}
