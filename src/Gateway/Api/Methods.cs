using Microsoft.Net.Http.Headers;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>HEAD wherever GET works, OPTIONS everywhere, and an <c>Allow</c> header that lists them.</summary>
internal static class Methods
{
    private static readonly object WasHead = new();

    // What the framework's router puts in place of an endpoint when the address exists for other methods only.
    private const string NotAllowed = "405 HTTP Method Not Supported";

    /// <summary>Answers HEAD as GET; the server leaves out the body. Before routing.</summary>
    public static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Items[WasHead] = true;
        }
        return next(http);
    }

    /// <summary>Whether the request came as HEAD, so that its answer ends with the headers.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(WasHead);

    /// <summary>Answers OPTIONS, and refuses other methods that an address does not have. After routing.</summary>
    public static async Task Allow(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not { DisplayName: NotAllowed, RequestDelegate: { } refuse })
        {
            await next(http);
            return;
        }
        await refuse(http);
        var allowed = http.Response.Headers.Allow.SelectMany(line => line!.Split(", ")).ToList();
        if (allowed.Contains(HttpMethods.Get)) allowed.Add(HttpMethods.Head);
        http.Response.Headers.Allow =
            string.Join(", ", [.. allowed.Order(StringComparer.Ordinal), HttpMethods.Options]);
        if (HttpMethods.IsOptions(http.Request.Method)) http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Refuses a body in an encoding that nobody here reads. Only PUT has a body that is read.</summary>
    public static Task ReadableEncoding(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPut(http.Request.Method)) return next(http);
        UnquoteCharset(http.Request);
        var encoding = http.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return next(http);
        http.Response.Headers[HeaderNames.AcceptEncoding] = "identity";
        return RequestRefusals.Encoding.ToProblem(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(http);
    }

    // charset="utf-8" means the same as charset=utf-8 (RFC 9110 5.6.6), but the framework knows only the second form.
    private static void UnquoteCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return;
        if (!type.Charset.StartsWith("\"", StringComparison.Ordinal)) return;
        type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
        request.ContentType = type.ToString();
    }
}
