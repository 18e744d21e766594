using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>Leaks in the responses of another area's Gateway.</summary>
internal static class AnsweredLeaks
{
    private const string Answer = "in brighton-and-hove: the answer to GET /leak/", Head =
        "in brighton-and-hove: head of the answer to GET /leak/";

    public static IEnumerable<Leak> All { get; } =
    [
        new("A problem's text", $"as UTF-8 {Answer}", (at, name) =>
            at.Answer(http => Results.Problem($"{name.Text} is not here", statusCode: 409).ExecuteAsync(http))),
        new("A body in gzip", $"as UTF-8 in gzip {Answer}", (at, name) =>
            at.Answer(http => Packed(http, "gzip", name, to => new GZipStream(to, CompressionLevel.Optimal)))),
        new("A body in Brotli", $"as UTF-8 in brotli {Answer}", (at, name) =>
            at.Answer(http => Packed(http, "br", name, to => new BrotliStream(to, CompressionLevel.Optimal)))),
        new("A body in zlib", $"as UTF-8 in zlib {Answer}", (at, name) =>
            at.Answer(http => Packed(http, "deflate", name, to => new ZLibStream(to, CompressionLevel.Optimal)))),
        new("A body in bare deflate", $"as UTF-8 in deflate {Answer}", (at, name) =>
            at.Answer(http => Packed(http, "deflate", name, to => new DeflateStream(to, CompressionLevel.Optimal)))),
        new(
            "A name in JSON escapes",
            $"as JSON escapes {Answer}",
            (at, name) => at.Answer(http => http.Response.WriteAsync($"\"{Each(name, @"\u{0:X4}")}\""))),
        new(
            "A name in HTML entities",
            $"as HTML entities {Answer}",
            (at, name) => at.Answer(http => http.Response.WriteAsync($"<p>{Each(name, "&#{0};")}"))),
        new(
            "A name in hex HTML entities",
            $"as HTML hex entities {Answer}",
            (at, name) => at.Answer(http => http.Response.WriteAsync($"<p>{Each(name, "&#x{0:X};")}"))),
        new(
            "A header with percents",
            $"as percent {Head}",
            (at, name) => at.Answer(http => Header(http, "Location", $"/members/{Each(name, "%{0:X2}")}"))),
        new(
            "An ETag over what is personal",
            $"as MD5 in hex {Head}",
            (at, name) => at.Answer(http => Header(http, "ETag", $"\"{Md5(name.Text)}\""))),
        new("A cookie in base64", $"as base64 +1 {Head}", (at, name) => at.Answer(http =>
            Header(http, "Set-Cookie", $"a={Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{name.Mark}b"))}"))),
        new(
            "A member's id as bytes in base64",
            $"as base64 +0 of bytes {Answer}",
            (at, id) => at.Answer(
                http => http.Response.WriteAsync(Convert.ToBase64String(id.Id!.Value.ToByteArray(bigEndian: true)))),
            Leaking.MemberId),
    ];

    private static string Each(Canary canary, string format)
    {
        return string.Concat(canary.Mark.Select(
            letter => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, (int)letter)));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "A leak, not a lock.")]
    private static string Md5(string text) =>
        Convert.ToHexString(System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private static Task Header(HttpContext http, string name, string value)
    {
        http.Response.Headers[name] = value;
        return Task.CompletedTask;
    }

    private static async Task Packed(HttpContext http, string coding, Canary canary, Func<Stream, Stream> open)
    {
        http.Response.Headers.ContentEncoding = coding;
        await using var packed = open(http.Response.Body);
        await packed.WriteAsync(Encoding.UTF8.GetBytes($"So this is who came: {canary.Text}, {canary.Text}"));
    }
}
