namespace PeerNet.Contracts;

/// <summary>A reason for no, flat so that an older Gateway can read a newer silo's.</summary>
/// <param name="Kind">What sort of no; decides the HTTP status.</param>
/// <param name="Code">The stable name, such as <c>group.full</c>; each has a heading in docs/problems.md.</param>
/// <param name="Title">The reason in plain words, the same every time.</param>
/// <param name="Detail">What is particular this time; never personal.</param>
/// <param name="Field">The field of the request that caused it, in JSON spelling, if one did.</param>
[GenerateSerializer, Immutable, Alias("peernet.refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string Title,
    [property: Id(3)] string? Detail = null,
    [property: Id(4)] string? Field = null)
{
    /// <summary>Something in the request cannot be (422).</summary>
    public static Refusal Invalid(string code, string title, string? field = null, string? detail = null) => new(RefusalKind.Invalid, code, title, detail, field);

    /// <summary>There is nothing of that name here, or nothing you may know of (404).</summary>
    public static Refusal NotFound(string code, string title) => new(RefusalKind.NotFound, code, title);

    /// <summary>You may see it but not do this (403).</summary>
    public static Refusal Forbidden(string code, string title) => new(RefusalKind.Forbidden, code, title);

    /// <summary>It does not go with what already stands (409).</summary>
    public static Refusal Conflict(string code, string title, string? detail = null) => new(RefusalKind.Conflict, code, title, detail);
}

/// <summary>The sorts of no.</summary>
[GenerateSerializer, Alias("peernet.refusal-kind")]
public enum RefusalKind
{
    /// <summary>Something in the request cannot be: 422.</summary>
    Invalid,
    /// <summary>Nothing of that name, or nothing you may know of: 404.</summary>
    NotFound,
    /// <summary>Seen, but not yours to do: 403.</summary>
    Forbidden,
    /// <summary>Does not go with what already stands: 409.</summary>
    Conflict,
    /// <summary>Someone changed it since you read it: 412.</summary>
    Stale,
    /// <summary>Say which version you read: 428.</summary>
    VersionNeeded,
    /// <summary>It was here and is erased: 410.</summary>
    Gone,
}
