namespace PeerNet.Contracts;

/// <summary>An answer that can be edited. Its version is sent as the ETag and comes back as If-Match.</summary>
public interface IVersioned
{
    /// <summary>Increases with every change that readers can see.</summary>
    int Version { get; }
}
