using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>Who may do what with an area.</summary>
internal sealed class AreaAccess : IAccess
{
    public static string Rows => """
        GET    /area                      anyone        200   200   200   200   200   200   200
        GET    /area/overview             coordinators  401   403   403   403   403   200   403
        GET    /areas/{area}/groups/{id}  anyone        404   404   404   404   404   404   404
        """;

    public static Attempts Attempts => new()
    {
        ["GET /area"] = (http, _, by) => http.Get("area", by),
        ["GET /area/overview"] = (http, _, by) => http.Get("area/overview", by),
        ["GET /areas/{area}/groups/{id}"] =
            (http, _, by) => http.Get($"areas/west-sussex/groups/{Guid.CreateVersion7()}", by),
    };
}
