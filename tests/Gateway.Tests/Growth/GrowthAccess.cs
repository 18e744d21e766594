using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Who may read the area's figures.</summary>
internal sealed class GrowthAccess : IAccess
{
    public static string Rows => """
        GET    /growth  coordinators  401   403   403   403   403   200   403
        """;

    public static Attempts Attempts => new() { ["GET /growth"] = (http, _, by) => http.Get("growth", by) };
}
