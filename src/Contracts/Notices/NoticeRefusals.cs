namespace PeerNet.Contracts.Notices;

/// <summary>Every refusal a person's notices can give.</summary>
public static class NoticeRefusals
{
    /// <summary>404: the person has no such notice, or no longer has it.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "notice.not-found",
        "Notice not found",
        "You have no notice with that ID. It may have been withdrawn, because there was no longer a reason for it.");
}
