namespace PeerNet.Grains.Durability;

/// <summary>The name of the storage provider; an area keeps all its rows in one database.</summary>
internal static class StorageNames
{
    public const string Area = "area";
}
