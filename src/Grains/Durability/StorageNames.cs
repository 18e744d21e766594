namespace PeerNet.Grains.Durability;

/// <summary>The one storage name, said once.</summary>
internal static class StorageNames
{
    /// <summary>The area's own database.</summary>
    public const string Area = "area";
}
