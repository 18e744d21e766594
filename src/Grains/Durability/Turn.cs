namespace PeerNet.Grains.Durability;

/// <summary>
/// The number under which a record last said something to other areas. It rises with each saying and tells nothing but the time: the
/// record's own version would tell neighbours how often people join, leave and are marked.
/// </summary>
/// <param name="Version">The record's version that said it.</param>
/// <param name="Number">Seconds since 2026 began, or one more than the last.</param>
internal sealed record Turn(int Version, int Number)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The turn of the change that makes that version; the same one however often it is asked for in one change.</summary>
    public static Turn Next(Turn? last, int version, DateTimeOffset now) =>
        last?.Version == version ? last : new(version, Math.Max((last?.Number ?? 0) + 1, (int)(now - Start).TotalSeconds));
}
