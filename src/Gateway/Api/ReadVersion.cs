using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>The If-Match header (RFC 9110 13.1.1): a version, quoted or bare, or *.</summary>
internal readonly record struct ReadVersion(IfMatch IfMatch)
{
    public static ValueTask<ReadVersion> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new ReadVersion(Parse(http.Request.Headers.IfMatch.ToString())));

    private static IfMatch Parse(string header)
    {
        if (header.Length == 0) return IfMatch.None;
        if (header == "*") return IfMatch.Any;
        if (int.TryParse(
            header.Trim().TrimStart('W', '/').Trim('"'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var version)) return IfMatch.Exactly(version);
        throw new RefusedRequestException(
            RequestRefusals.Parameter("If-Match", "A version you read, such as \"3\", or *."));
    }
}
