using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>
/// The condition of a write (RFC 9110 13.1): <c>If-Match</c> with entity tags or <c>*</c>, and <c>If-None-Match: *</c>.
/// </summary>
internal readonly record struct ReadVersion(IfMatch IfMatch)
{
    public static ValueTask<ReadVersion> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new ReadVersion(Parse(http.Request.Headers)));

    private static IfMatch Parse(IHeaderDictionary headers)
    {
        var ifMatch = Tags(headers.IfMatch, "If-Match");
        if (Tags(headers.IfNoneMatch, "If-None-Match") is { } known)
        {
            if (known is not [{ } any] || any != EntityTagHeaderValue.Any)
                throw Invalid("If-None-Match", "On a write, use only *, which means: create it, change nothing.");
            if (ifMatch is not null) throw Invalid("If-None-Match", "Use either If-Match or If-None-Match.");
            return IfMatch.Nothing;
        }
        if (ifMatch is null) return IfMatch.None;
        if (ifMatch.Contains(EntityTagHeaderValue.Any)) return IfMatch.Any;
        // A weak tag never matches, and neither does one that this area did not issue.
        return new(true, [.. ifMatch.Where(tag => !tag.IsWeak).Select(VersionTag.VersionOf).OfType<int>()]);
    }

    private static IList<EntityTagHeaderValue>? Tags(IList<string?> header, string name)
    {
        if (header.All(string.IsNullOrWhiteSpace)) return null;
        if (!EntityTagHeaderValue.TryParseStrictList([.. header.Select(line => line!)], out var tags)
            || (tags.Count > 1 && tags.Contains(EntityTagHeaderValue.Any)))
            throw Invalid(name, "Use the ETag you read with its quotation marks, several with commas, or *.");
        return tags;
    }

    private static RefusedRequestException Invalid(string name, string detail) =>
        new(RequestRefusals.Parameter(name, detail));
}
