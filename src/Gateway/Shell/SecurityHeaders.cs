using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.Shell;

/// <summary>
/// The headers that tell a browser to load nothing from elsewhere, to be framed by nobody, to guess no media types, to
/// tell other sites nothing and to come back by https only. Every answer has them.
/// </summary>
internal static class SecurityHeaders
{
    private const string Framing = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // The documentation is one program, which is served from here and writes its own styles.
    private const string Documentation =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' "
        + "data:; "
        + $"font-src 'self' data:; connect-src 'self'; {Framing}";

    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + $"worker-src 'self'; {Framing}";

    // A service worker may do what its own answer allows, not what the page's does.
    private const string Worker = $"default-src 'none'; connect-src 'self'; {Framing}";

    // A proxy stands in front, so the request never says https here; browsers ignore it over http (RFC 6797 8.1).
    private const string AYear = "max-age=31536000";

    private const string Nothing = $"default-src 'none'; {Framing}";

    /// <summary>
    /// Adds the headers. They are set when the response starts, because a failure clears earlier ones.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isLocal = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.Local;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = PolicyOf(http);
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.XFrameOptions = "DENY";
                if (!isLocal) headers.StrictTransportSecurity = AYear;
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static string PolicyOf(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/docs")) return Documentation;
        if (http.Request.Path == OfflinePages.WorkerUrl) return Worker;
        var isPage = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        return isPage ? Pages : Nothing;
    }
}
