using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Limits;

/// <summary>How long somebody has to wait who has sent too many requests, as a page says it.</summary>
internal static class WaitWords
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(90);

    /// <summary>Such as "Try again in 5 minutes."; never less than the wait.</summary>
    public static Sentence Of(TimeSpan wait)
    {
        if (wait <= Moment) return new("Try again in a few seconds.");
        if (wait <= Minute) return new("Try again in a minute.");
        if (wait <= Long) return new("Try again in {0} minutes.", Math.Ceiling(wait.TotalMinutes));
        return new("Try again in {0} hours.", Math.Ceiling(wait.TotalHours));
    }
}
