namespace PeerNet.Contracts;

/// <summary>An answer that can be edited: its version goes out as ETag and comes back as If-Match.</summary>
public interface IVersioned
{
    /// <summary>Rises with every change that readers can see.</summary>
    int Version { get; }
}
