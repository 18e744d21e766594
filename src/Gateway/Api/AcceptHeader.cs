using Microsoft.Net.Http.Headers;

namespace PeerNet.Gateway.Api;

/// <summary>Chooses the form of an answer by the <c>Accept</c> header (RFC 9110, 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>
    /// The offered media type that the request prefers: by its weight, then the one it names more exactly, then the one
    /// it names first. If it accepts none of them, it gets the first.
    /// </summary>
    public static string Choose(HttpRequest request, params string[] offered)
    {
        var ranges = request.GetTypedHeaders().Accept;
        return offered
            .Select(type => (Type: type, Range: MostExact(ranges, MediaTypeHeaderValue.Parse(type))))
            .Where(one => one.Range is not null && one.Range.Quality is not 0)
            .OrderByDescending(one => one.Range!.Quality ?? 1)
            .ThenByDescending(one => ExactnessOf(one.Range!))
            .ThenBy(one => ranges.IndexOf(one.Range!))
            .Select(one => one.Type)
            .FirstOrDefault(offered[0]);
    }

    private static MediaTypeHeaderValue? MostExact(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue type) =>
        ranges.Where(type.IsSubsetOf).MaxBy(ExactnessOf);

    private static int ExactnessOf(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes) return 0;
        return range.MatchesAllSubTypes ? 1 : 2 + range.Parameters.Count(one => one.Name != "q");
    }
}
