using System.Net.Http.Headers;
using System.Text;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>
/// Requests that are invalid as a whole: broken JSON, other encodings and types, too much data, bad headers.
/// </summary>
internal static class Breakages
{
    /// <summary>Each request and what is wrong with it, made from a valid body.</summary>
    public static IEnumerable<(string What, Func<string, Sent> Make)> Of(Target target)
    {
        foreach (var part in (double[])[0.2, 0.5, 0.8, 0.99])
            yield return ($"cut off at {part}", good => Json(good.TrimEnd()[..(int)(good.TrimEnd().Length * part)]));
        yield return ("something after it", good => Json(good + "}"));
        yield return ("two of them", good => Json(good + good));
        yield return ("a comment", good => Json("/* hello */" + good));
        yield return ("a trailing comma", good => Json(good.TrimEnd()[..^1] + ",}"));
        yield return ("single quotes", good => Json(good.Replace('"', '\'')));
        yield return ("only white space", _ => Json("  \n "));
        yield return ("a list", good => Json($"[{good}]"));
        yield return ("a text", _ => Json($"\"{RunningArea.Canary}\""));
        yield return ("a number", _ => Json("12"));
        yield return ("a thousand brackets", _ => Json(new string('[', 1000)));
        yield return (
            "nested deeply", _ => Json(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)));
        yield return (
            "nested deeply in a good field",
            good => Json(good.Replace(": ", $": {new string('[', 40)}", StringComparison.Ordinal)));
        yield return ("no UTF-8", good => new([.. Encoding.UTF8.GetBytes(good).SkipLast(1), 0xC3, 0x28, 0xFF, 0x7D]));
        yield return ("UTF-16", good => new(Encoding.Unicode.GetBytes(good)));
        yield return ("zeros", _ => new(new byte[100]));
        yield return ("more than 64 kB", good => Json(good + new string(' ', 66_000)));
        yield return ("a text of 60 kB", _ => Json($$"""{"name":"{{new string('a', 60_000)}}"}"""));
        yield return ("no type", good => Json(good) with { Type = null });
        yield return ("plain text", good => Json(good) with { Type = "text/plain" });
        yield return ("XML", _ => Json("<a/>") with { Type = "application/xml" });
        yield return ("a form", _ => Json("name=Ada") with { Type = "application/x-www-form-urlencoded" });
        yield return (
            "an encoding nobody knows", good => Json(good) with { Type = "application/json; charset=klingon" });
        yield return ("the wrong encoding", good => Json(good) with { Type = "application/json; charset=utf-32" });
        if (!target.ChecksVersion) yield break;
        foreach (var version in (string[])[
            "x",
            "-1",
            "1.0",
            "\"x\"",
            "\"-1\"",
            "\"99999999999\"",
            "*, \"1\"",
            "\"8\", \"9\"",
            "\"\"",
            "W/",
            "\"2\"x",
            " ",
            RunningArea.Canary
        ])
        {
            yield return ($"If-Match {version}", good => Json(good) with { IfMatch = version });
        }
        yield return ("If-Match of long ago", good => Json(good) with { IfMatch = "\"0\"" });
        yield return ("no If-Match", good => Json(good) with { IfMatch = null });
    }

    private static Sent Json(string body) => new(Encoding.UTF8.GetBytes(body));
}

/// <summary>A body as it goes over the wire.</summary>
internal sealed record Sent(byte[] Body)
{
    public string? Type { get; init; } = "application/json";

    public string? IfMatch { get; init; } = "*";

    public HttpContent Content
    {
        get
        {
            var content = new ByteArrayContent(Body);
            if (Type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
            return content;
        }
    }
}
