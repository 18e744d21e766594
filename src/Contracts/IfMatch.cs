using System.Collections.Immutable;

namespace PeerNet.Contracts;

/// <summary>The condition of a write (RFC 9110 13.1): If-Match names the versions it may change.</summary>
/// <param name="Given">Whether there is an If-Match.</param>
/// <param name="Versions">The versions it names; null for <c>*</c>, any version.</param>
/// <param name="OnlyNew">Whether the write may only create something (<c>If-None-Match: *</c>).</param>
[GenerateSerializer, Immutable, Alias("peernet.if-match")]
public readonly record struct IfMatch(
    [property: Id(0)] bool Given,
    [property: Id(2)] ImmutableArray<int>? Versions,
    [property: Id(3)] bool OnlyNew = false)
{
    /// <summary>No version: enough to create something, not to change it.</summary>
    public static IfMatch None => default;

    /// <summary>Any version.</summary>
    public static IfMatch Any => new(true, null);

    /// <summary>Nothing that exists: the write creates.</summary>
    public static IfMatch Nothing => new(false, null, OnlyNew: true);

    /// <summary>Exactly this version.</summary>
    public static IfMatch Exactly(int version) => new(true, [version]);

    /// <summary>Only the condition that nothing exists yet; the record checks the rest itself.</summary>
    public IfMatch Creation => OnlyNew ? Nothing : None;

    /// <summary>
    /// The condition for a part with an address of its own, whose version is that of the whole: only the part stands in
    /// the way of its own creation.
    /// </summary>
    public IfMatch OfPart(bool exists) => OnlyNew && !exists ? None : this;

    /// <summary>
    /// The condition for a meeting, which can be read before anything is stored: <c>*</c> always holds.
    /// </summary>
    public IfMatch OfSlot => Versions is null ? this with { Given = false } : this;

    /// <summary>
    /// Returns a refusal if the writer has not read the current version (codes <c>version.needed</c>,
    /// <c>version.stale</c>, <c>version.exists</c>), or null. At version 0 there is nothing to read.
    /// </summary>
    public Refusal? Check(int current) =>
        CheckIfGiven(current) ?? (Given || current == 0 ? null : VersionRefusals.Needed);

    /// <summary>The same for a write that needs no version: only a condition that was given can fail.</summary>
    public Refusal? CheckIfGiven(int current)
    {
        if (OnlyNew && current > 0) return VersionRefusals.Exists;
        if (!Given) return null;
        var matches = Versions is { } named ? named.Contains(current) : current > 0;
        return matches ? null : VersionRefusals.Stale(current);
    }

    /// <summary>As a header says it; empty without a condition. The generated text would contain itself.</summary>
    public override string ToString()
    {
        if (OnlyNew) return "If-None-Match: *";
        if (!Given) return "";
        return $"If-Match: {(Versions is { } named ? string.Join(", ", named) : "*")}";
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

    /// <summary>412: the write was to create it, and it exists.</summary>
    public static Refusal Exists { get; } = new(
        RefusalKind.Stale,
        "version.exists",
        "This already exists",
        "If-None-Match: * creates only. To change it, read it and send its ETag as If-Match.");

    /// <summary>412: someone else changed it first, or it does not exist.</summary>
    public static Refusal Stale(int current)
    {
        var stale = new Refusal(RefusalKind.Stale, "version.stale", "This is not the version you read");
        if (current == 0) return stale with { Detail = "It does not exist yet. Leave out If-Match to create it." };
        return stale.Saying(
            "It is now at version {0}. Read it again, then make your change with its new ETag.", $"{current}");
    }
}
