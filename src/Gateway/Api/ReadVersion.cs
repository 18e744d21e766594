using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>The If-Match header (RFC 9110 13.1.1): a version, quoted or bare, or *.</summary>
internal readonly record struct ReadVersion(IfMatch IfMatch)
{
    public static ValueTask<ReadVersion> BindAsync(HttpContext http) => ValueTask.FromResult(new ReadVersion(Parse(http.Request.Headers.IfMatch.ToString())));

    private static IfMatch Parse(string header) =>
        header.Length == 0 ? IfMatch.None
        : header == "*" ? IfMatch.Any
        : int.TryParse(header.Trim().TrimStart('W', '/').Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? IfMatch.Exactly(version)
        : throw new RefusedRequestException(RequestRefusals.Parameter("If-Match", "A version you read, such as \"3\", or *."));
}
