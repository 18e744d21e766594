using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace PeerNet.Gateway.Shell;

/// <summary>
/// The style sheet, script and icon of every page, from the assembly. The address of each contains a digest of it, so
/// that a browser fetches it once and never keeps an old one.
/// </summary>
internal sealed class PageAssets : IEndpoints
{
    private const string Prefix = "assets/", Compressed = ".br";

    private static readonly FrozenDictionary<string, Asset> All = Read();

    public static void Map(SiteMap site) => site.Pages.MapGet("/assets/{digest}/{file}", Send).AllowAnonymous();

    /// <summary>The address of a file, such as <c>app.css</c>.</summary>
    public static string Url(string file) => $"/{Prefix}{All[file].Digest}/{file}";

    private static Results<FileContentHttpResult, ProblemHttpResult> Send(
        string digest, string file, HttpRequest request, HttpResponse response)
    {
        if (!All.TryGetValue(file, out var asset) || asset.Digest != digest)
            return Problems.Answer.ToProblem(Problems.RequestRefusals.NoSuchAddress);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return BodyOf(asset, request, response);
    }

    /// <summary>A file at an address of its own, which a browser has to ask for every time.</summary>
    internal static FileContentHttpResult SendFresh(string file, HttpRequest request, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return BodyOf(All[file], request, response);
    }

    private static FileContentHttpResult BodyOf(Asset asset, HttpRequest request, HttpResponse response)
    {
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (!accepted.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0))
            return TypedResults.Bytes(asset.Plain, asset.Type);
        response.Headers.ContentEncoding = "br";
        return TypedResults.Bytes(asset.Brotli, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var names = typeof(PageAssets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && Path.GetExtension(name) != Compressed);
        return names.ToFrozenDictionary(name => name[Prefix.Length..], name =>
        {
            var plain = BytesOf(name);
            var digest = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6));
            return new Asset(plain, BytesOf(name + Compressed), digest, TypeOf(name));
        });
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static byte[] BytesOf(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(byte[] Plain, byte[] Brotli, string Digest, string Type);
}
