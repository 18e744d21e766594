using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Who may do what with the border and the ledger.</summary>
internal sealed class BorderAccess : IAccess
{
    public static string Rows => """
        GET    /link/ledger         coordinators  401   403   403   403   403   200   403
        PUT    /link/border/{area}  coordinators  401   403   403   403   403   204   403
        DELETE /link/border/{area}  coordinators  401   403   403   403   403   204   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /link/ledger"] = (http, _, by) => http.Get("link/ledger", by),
        ["PUT /link/border/{area}"] = (http, _, by) => http.Put($"link/border/{RunningArea.OnlyForBorders}", by),
        ["DELETE /link/border/{area}"] = (http, _, by) => http.Delete($"link/border/{RunningArea.OnlyForBorders}", by),
    };
}
