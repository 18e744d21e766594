using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Who may see how a group has grown, and who decides that.</summary>
internal sealed class TimelineAccess : IAccess
{
    public static string Rows => """
        GET    /groups/{id}/timeline             members  401   403   403   200   200   403   403
        GET    /groups/{id}/timeline if shared   members  401   403   403   200   200   200   403
        PUT    /groups/{id}/timeline/shared      members  401   403   403   403   204   403   403
        DELETE /groups/{id}/timeline/shared      members  401   403   403   403   204   403   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups/{id}/timeline"] = (http, scene, by) => http.Get($"{scene.At}/timeline", by),
        ["GET /groups/{id}/timeline if shared"] = async (http, scene, by) =>
        {
            (await http.Put($"{scene.At}/timeline/shared", scene.Lead)).Is(204);
            return await http.Get($"{scene.At}/timeline", by);
        },
        ["PUT /groups/{id}/timeline/shared"] = (http, scene, by) => http.Put($"{scene.At}/timeline/shared", by),
        ["DELETE /groups/{id}/timeline/shared"] = (http, scene, by) => http.Delete($"{scene.At}/timeline/shared", by),
    };
}
