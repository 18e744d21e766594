using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Sends a response's version as its ETag, and answers 304 to a reader who has it. The tag also has a digest of what
/// this caller sees, because a group's next meeting, for example, changes without an edit.
/// </summary>
internal sealed class VersionTag(IOptions<JsonOptions> json) : IEndpointFilter
{
    private const int DigestBytes = 9, DigestLength = 12;
    private const string JsonType = "application/json; charset=utf-8";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var plain = result is INestedHttpResult nested ? nested.Result : result as IResult;
        if (plain is not IValueHttpResult { Value: IVersioned answer }) return result;
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), json.Value.SerializerOptions);
        if (IsKnown(context.HttpContext, answer, body))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        // What the tag was made from is sent as it is. A result that also says where it is writes it again.
        return plain is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            ? TypedResults.Bytes(body, JsonType)
            : result;
    }

    /// <summary>Sets the tag of an answer in one of its forms, and returns whether the reader has it already.</summary>
    public static bool IsKnown(HttpContext http, IVersioned answer, ReadOnlySpan<byte> body)
    {
        var tag = TagOf(answer, body);
        http.Response.Headers.ETag = tag;
        return IsKnown(http.Request, tag);
    }

    /// <summary>The version of a tag that this area issued, or null. Nothing else is read into a tag.</summary>
    public static int? VersionOf(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var dot = text.IndexOf('.');
        var hasDigest = dot > 0 && text.Length == dot + 1 + DigestLength && Base64Url.IsValid(text[(dot + 1)..]);
        if (dot >= 0 && !hasDigest) return null;
        var number = dot < 0 ? text : text[..dot];
        var isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return isNumber && (number.Length == 1 || number[0] != '0') ? version : null;
    }

    private static string TagOf(IVersioned answer, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{answer.Version}.{Base64Url.EncodeToString(hash[..DigestBytes])}\"";
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        if (!HttpMethods.IsGet(request.Method)) return false;
        var current = EntityTagHeaderValue.Parse(tag);
        return request.GetTypedHeaders().IfNoneMatch
            .Any(known => known == EntityTagHeaderValue.Any || known.Compare(current, useStrongComparison: false));
    }
}
