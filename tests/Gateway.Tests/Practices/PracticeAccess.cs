using PeerNet.Gateway.Tests.Access;
using static PeerNet.Gateway.Tests.Practices.PracticesInAScene;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>Who may do what with practices.</summary>
internal sealed class PracticeAccess : IAccess
{
    public static string Rows => """
        GET    /practices                                     members      401   200   200   200   200   200   200
        GET    /practices/elsewhere                           members      401   200   200   200   200   200   200
        GET    /groups/{id}/practices                         members      401   200   200   200   200   200   200
        GET    /practices/{id} told                           members      401   404   404   200   200   404   404
        GET    /practices/{id} shown                          members      401   200   200   200   200   200   200
        PUT    /practices/{id}                                members      401   403   403   201   201   403   403
        PUT    /practices/{id}/agreements/{groupId}           members      401   404   404   403   200   404   404
        PUT    /practices/{id}/thanks/{groupId}               members      401   403   403   200   200   403   403
        PUT    /practices/{id}/withdrawal told                members      401   404   404   403   200   404   404
        PUT    /practices/{id}/withdrawal shown               members      401   403   403   403   200   200   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /practices"] = (http, _, by) => http.Get("practices", by),
        ["GET /practices/elsewhere"] = (http, _, by) => http.Get("practices/elsewhere", by),
        ["GET /groups/{id}/practices"] = (http, scene, by) => http.Get($"{scene.At}/practices", by),
        ["GET /practices/{id} told"] = async (http, scene, by) => await http.Get(await scene.ATold(http), by),
        ["GET /practices/{id} shown"] = async (http, scene, by) => await http.Get(await scene.AShown(http), by),
        ["PUT /practices/{id}"] = (http, scene, by) =>
            http.Put($"practices/{Guid.CreateVersion7()}", by, APractice(scene.Group)),
        ["PUT /practices/{id}/agreements/{groupId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.ATold(http)}/agreements/{scene.Group}", by),
        ["PUT /practices/{id}/thanks/{groupId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.AShownByAnother(http)}/thanks/{scene.Group}", by),
        ["PUT /practices/{id}/withdrawal told"] = async (http, scene, by) =>
            await http.Put($"{await scene.ATold(http)}/withdrawal", by),
        ["PUT /practices/{id}/withdrawal shown"] = async (http, scene, by) =>
            await http.Put($"{await scene.AShown(http)}/withdrawal", by),
    };
}
