namespace PeerNet.Contracts;

/// <summary>
/// The area can store nothing at present: its disk is full, or its database is read-only, damaged or gone. What the
/// database said stays in the silo's log.
/// </summary>
[GenerateSerializer, Alias("peernet.storage-unavailable")]
public sealed class StorageUnavailableException : Exception
{
    /// <summary>An exception with the text that programs see.</summary>
    public StorageUnavailableException() : base("The area cannot store anything at present.")
    {
    }
}
