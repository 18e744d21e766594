using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Notices;

/// <summary>Who may see and read notices: everybody their own, and nobody's else.</summary>
internal sealed class NoticeAccess : IAccess
{
    public static string Rows => """
        GET    /members/me/notices           members       401   200   200   200   200   200   200
        PUT    /members/me/notices/{id}/read members       401   404   404   404   404   404   404
        """;

    public static Attempts Attempts => new()
    {
        ["GET /members/me/notices"] = (http, _, by) => http.Get("members/me/notices", by),
        ["PUT /members/me/notices/{id}/read"] =
            (http, _, by) => http.Put($"members/me/notices/{Guid.CreateVersion7()}/read", by),
    };
}
