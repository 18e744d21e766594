using PeerNet.Gateway.Tests.Access;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>Who may do what with panels.</summary>
internal sealed class PanelAccess : IAccess
{
    public static string Rows => """
        GET    /groups/{id}/panels                            members      401   404   404   404   200   404   404
        GET    /panels/{id}                                   members      401   404   404   404   200   404   404
        PUT    /panels/{id} new                               members      401   403   403   403   201   403   403
        PUT    /panels/{id} draft                             members      401   404   404   404   200   404   404
        PUT    /panels/{id}/agreed                            members      401   404   404   404   200   404   404
        GET    /panels/{id}/candidates/{letter}               members      401   404   404   404   200   404   404
        PUT    /panels/{id}/candidates/{letter}               members      401   404   404   404   201   404   404
        DELETE /panels/{id}                                   members      401   404   404   404   204   404   404
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups/{id}/panels"] = (http, scene, by) => http.Get($"{scene.At}/panels", by),
        ["GET /panels/{id}"] = async (http, scene, by) => await http.Get(await scene.APanelDraft(http), by),
        ["PUT /panels/{id} new"] = (http, scene, by) =>
            http.Put($"panels/{Guid.CreateVersion7()}", by, APanel(scene.Group)),
        ["PUT /panels/{id} draft"] = async (http, scene, by) => await http.Put(
            await scene.APanelDraft(http), by, APanel(scene.Group) with { Candidates = 4 }, "*"),
        ["PUT /panels/{id}/agreed"] = async (http, scene, by) =>
            await http.Put($"{await scene.APanelDraft(http)}/agreed", by, ifMatch: "*"),
        ["GET /panels/{id}/candidates/{letter}"] = async (http, scene, by) =>
            await http.Get($"{await scene.APanelWithASheet(http)}/candidates/a", by),
        ["PUT /panels/{id}/candidates/{letter}"] = async (http, scene, by) =>
        {
            var at = await scene.AnAgreedPanel(http);
            return await http.Put($"{at}/candidates/b", by, ASheet(at));
        },
        ["DELETE /panels/{id}"] = async (http, scene, by) => await http.Delete(await scene.APanelDraft(http), by),
    };
}
