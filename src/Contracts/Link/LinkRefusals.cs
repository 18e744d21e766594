namespace PeerNet.Contracts.Link;

/// <summary>Every reason the link says no.</summary>
public static class LinkRefusals
{
    /// <summary>403: a coordinator closed the border between these two areas. What waits goes on waiting.</summary>
    public static Refusal BorderClosed { get; } = Refusal.Forbidden("link.border-closed", "The border between these areas is closed");

    /// <summary>404: no such area among the neighbours.</summary>
    public static Refusal NoSuchArea { get; } = Refusal.NotFound("link.no-such-area", "This area has no neighbour of that name");

    /// <summary>403: the certificate is not that of the area the letter says it is from.</summary>
    public static Refusal NotTheSender { get; } = Refusal.Forbidden("link.not-the-sender", "The certificate is not of the area that this is said to be from");

    /// <summary>422: the letter is for another area, or for nobody here.</summary>
    public static Refusal Misdirected { get; } = Refusal.Invalid("link.misdirected", "This letter is not for anybody here");
}
