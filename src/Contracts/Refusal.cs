using System.Collections.Immutable;
using System.Globalization;

namespace PeerNet.Contracts;

/// <summary>Why a request is refused; flat, so that an older Gateway can read one from a newer silo.</summary>
/// <param name="Kind">The kind of refusal, which decides the HTTP status.</param>
/// <param name="Code">The stable name, such as <c>group.full</c>; each has a heading in docs/problems.md.</param>
/// <param name="Title">What is wrong, in plain words; the same every time.</param>
/// <param name="Detail">What to do, or which values are allowed; never personal.</param>
/// <param name="Field">The field of the request that caused it, as JSON spells it; null when no field did.</param>
[GenerateSerializer, Immutable, Alias("peernet.refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string Title,
    [property: Id(3)] string? Detail = null,
    [property: Id(4)] string? Field = null)
{
    /// <summary>
    /// The detail with places such as <c>{0}</c> for the numbers and names in it, so that it can be translated; null if
    /// there are none.
    /// </summary>
    [Id(5)] public string? Pattern { get; init; }

    /// <summary>What is in these places.</summary>
    [Id(6)] public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The request is not valid (422).</summary>
    public static Refusal Invalid(string code, string title, string? field = null, string? detail = null) =>
        new(RefusalKind.Invalid, code, title, detail, field);

    /// <summary>It does not exist, or the caller may not know of it (404).</summary>
    public static Refusal NotFound(string code, string title, string? detail = null) =>
        new(RefusalKind.NotFound, code, title, detail);

    /// <summary>The caller may see it but not do this (403).</summary>
    public static Refusal Forbidden(string code, string title, string? detail = null) =>
        new(RefusalKind.Forbidden, code, title, detail);

    /// <summary>It contradicts what is already stored (409).</summary>
    public static Refusal Conflict(string code, string title, string? detail = null) =>
        new(RefusalKind.Conflict, code, title, detail);

    /// <summary>The same refusal with numbers or names in its detail; none is personal.</summary>
    public Refusal Saying(string pattern, params ImmutableArray<string> values)
    {
        var detail = string.Format(CultureInfo.InvariantCulture, pattern, [.. values]);
        return this with { Detail = detail, Pattern = pattern, Values = values };
    }
}

/// <summary>The kinds of refusal.</summary>
[GenerateSerializer, Alias("peernet.refusal-kind")]
public enum RefusalKind
{
    /// <summary>The request is not valid: 422.</summary>
    Invalid,
    /// <summary>It does not exist, or the caller may not know of it: 404.</summary>
    NotFound,
    /// <summary>The caller may see it but not do this: 403.</summary>
    Forbidden,
    /// <summary>It contradicts what is already stored: 409.</summary>
    Conflict,
    /// <summary>Someone has changed it since the caller read it: 412.</summary>
    Stale,
    /// <summary>The request must say which version it changes: 428.</summary>
    VersionNeeded,
    /// <summary>It existed and has been erased: 410.</summary>
    Gone,
}
