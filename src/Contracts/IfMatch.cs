namespace PeerNet.Contracts;

/// <summary>The If-Match header of a write (RFC 9110): none, any version, or exactly one.</summary>
[GenerateSerializer, Immutable, Alias("peernet.if-match")]
public readonly record struct IfMatch([property: Id(0)] bool Given, [property: Id(1)] int? Version)
{
    /// <summary>No version: enough to create something, not to change it.</summary>
    public static IfMatch None => default;

    /// <summary>Any version.</summary>
    public static IfMatch Any => new(true, null);

    /// <summary>Exactly this version.</summary>
    public static IfMatch Exactly(int version) => new(true, version);

    /// <summary>
    /// Returns a refusal if the writer has not read the current version (codes <c>version.needed</c>,
    /// <c>version.stale</c>), or null.
    /// At version 0 there is nothing to read, so only a writer who names a version is refused.
    /// </summary>
    public Refusal? Check(int current)
    {
        if (current == 0) return Version is null ? null : VersionRefusals.Stale(0);
        if (!Given) return VersionRefusals.Needed;
        return Version is { } version && version != current ? VersionRefusals.Stale(current) : null;
    }
}

/// <summary>Refusals of writes without a version, or with an old one.</summary>
public static class VersionRefusals
{
    /// <summary>428: an edit must say which version it changes.</summary>
    public static Refusal Needed { get; } = new(
        RefusalKind.VersionNeeded,
        "version.needed",
        "You need to say which version you are changing",
        "Send the ETag you read as If-Match, or * to overwrite any version.");

    /// <summary>412: someone else changed it first.</summary>
    public static Refusal Stale(int current)
    {
        return new(
            RefusalKind.Stale,
            "version.stale",
            "Someone has changed this since you read it",
            $"It is now at version {current}. Read it again, then make your change.");
    }
}
