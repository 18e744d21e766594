using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>How pages speak about the way to other areas, in English; keys of the translations.</summary>
internal static class LinkWords
{
    /// <summary>That an area is read as it was a while ago.</summary>
    public const string OutOfDate = "{0} has not answered since {1}. What you see from there may be out of date.";

    /// <summary>Why something waits.</summary>
    public const string Closed = "What you sent last is waiting: the way to {0} is closed at the moment.";

    /// <summary>Whether that is why, and not that the other area has an older PeerNet.</summary>
    public static bool IsClosed(string? waitsBecause) => waitsBecause == LinkRefusals.BorderClosed.Code;
}
