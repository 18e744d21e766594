namespace PeerNet.Grains.Groups;

/// <summary>How often, and when last, something changed that calendars show.</summary>
/// <param name="Number">The number of changes, the first one included.</param>
/// <param name="At">When the last one was made.</param>
internal sealed record Revision(int Number, DateTimeOffset At)
{
    /// <summary>The revision after one more change.</summary>
    public static Revision After(Revision? last, DateTimeOffset now) => new((last?.Number ?? 0) + 1, now);
}
