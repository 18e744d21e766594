using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Gateway.Shell;

/// <summary>The frame around every page: no scripts, nothing from other servers, readable on any phone.</summary>
internal static class Page
{
    /// <summary>The media type of every page.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The style of every page, which is in the page itself.</summary>
    public const string Style = """
        body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0
        auto;padding:1rem;color:#1d2a33;background:#fff}
        h1{line-height:1.2}a{color:#00508a}code{background:#eef2f4;padding:.1em .3em}p.note{border-left:.3rem solid
        #00508a;padding-left:1rem}
        a:focus{outline:.2rem solid #ffb000;outline-offset:.1rem}
        """;

    /// <summary>A page with that title. The body is HTML: encode what people wrote before it gets here.</summary>
    public static ContentHttpResult Of(string title, string body) =>
        TypedResults.Content(Html(title, body), ContentType);

    /// <summary>Returns the page as text.</summary>
    public static string Html(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{WebUtility.HtmlEncode(title)} - PeerNet</title>
        <style>{Style}</style>
        </head>
        <body><main>{body}</main></body>
        </html>
        """;
}
