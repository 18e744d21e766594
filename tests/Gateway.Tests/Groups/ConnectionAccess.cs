using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Who may do what with connections between groups and the meetings they share.</summary>
internal sealed class ConnectionAccess : IAccess
{
    public static string Rows => """
        GET    /groups/{id}/connections                   members       401   403   403   200   200   200   403
        PUT    /groups/{id}/connections/{area}/{groupId}  members       401   403   403   403   201   201   403
        DELETE /groups/{id}/connections/{area}/{groupId}  members       401   403   403   403   204   204   403
        PUT    /groups/{id}/shared/{meetingId}            members       401   403   403   403   200   200   403
        DELETE /groups/{id}/shared/{meetingId}            members       401   403   403   403   204   204   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups/{id}/connections"] = (http, scene, by) => http.Get($"{scene.At}/connections", by),
        ["PUT /groups/{id}/connections/{area}/{groupId}"] =
            (http, scene, by) => http.Put($"{scene.At}/connections/west-sussex/{Guid.CreateVersion7()}", by),
        ["DELETE /groups/{id}/connections/{area}/{groupId}"] =
            (http, scene, by) => http.Delete($"{scene.At}/connections/west-sussex/{Guid.CreateVersion7()}", by),
        ["PUT /groups/{id}/shared/{meetingId}"] =
            async (http, scene, by) => await http.Put($"{scene.At}/shared/{await scene.AMeetingToCome()}", by),
        ["DELETE /groups/{id}/shared/{meetingId}"] =
            (http, scene, by) => http.Delete($"{scene.At}/shared/{Guid.CreateVersion7()}", by),
    };
}
