namespace PeerNet.Contracts;

/// <summary>Refusals that any record can give.</summary>
public static class RecordRefusals
{
    /// <summary>409: a list in the record has as many items as it may have.</summary>
    public static Refusal Full { get; } = Refusal.Conflict(
        "record.full", "There is no room for more here",
        "The record is full. Remove something that is no longer needed.");
}
