using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>What an area has released is for everybody.</summary>
internal sealed class FiguresAccess : IAccess
{
    public static string Rows => """
        GET    /figures         anyone  200   200   200   200   200   200   200
        GET    /network/growth  anyone  200   200   200   200   200   200   200
        """;

    public static Attempts Attempts => new()
    {
        ["GET /figures"] = (http, _, by) => http.Get("figures", by),
        ["GET /network/growth"] = (http, _, by) => http.Get("network/growth", by),
    };
}
