namespace PeerNet.Contracts.Link;

/// <summary>Every refusal the link can give.</summary>
public static class LinkRefusals
{
    /// <summary>
    /// 403: a coordinator has closed the border between the two areas; letters wait until it is opened.
    /// </summary>
    public static Refusal BorderClosed { get; } = Refusal.Forbidden(
        "link.border-closed",
        "The border between these areas is closed",
        "A coordinator closed it. Letters wait, and are sent when a coordinator opens it.");

    /// <summary>404: no neighbour has this name.</summary>
    public static Refusal NoSuchArea(string neighbours)
    {
        return Refusal.NotFound("link.no-such-area", "This area has no neighbour with that name")
            .Saying("Use the short name of a neighbouring area: {0}.", neighbours);
    }

    /// <summary>403: the client certificate belongs to another area than the one named as the sender.</summary>
    public static Refusal NotTheSender { get; } = Refusal.Forbidden(
        "link.not-the-sender",
        "The certificate does not belong to the sending area",
        "Check the certificate and the area named as the sender.");

    /// <summary>
    /// 409: this area does not know that kind of letter until it is upgraded. The letter waits and is never parked.
    /// </summary>
    public static Refusal NotYet { get; } = Refusal.Conflict(
        "link.not-yet",
        "This area does not know this kind of letter yet",
        "Keep the letter and send it again after this area has been upgraded.");

    /// <summary>422: the letter is for another area, or for nobody here.</summary>
    public static Refusal Misdirected { get; } = Refusal.Invalid(
        "link.misdirected",
        "This letter is not for anyone here",
        detail: "Check the area, the group and the seat it is addressed to.");
}
