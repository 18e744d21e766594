namespace PeerNet.Gateway.Finder.Query;

/// <summary>Where a card stands in an order: by the order's own value, then by ids.</summary>
internal readonly record struct SortKey(long Value, Guid Id, string Area) : IComparable<SortKey>
{
    public int CompareTo(SortKey other)
    {
        if (Value != other.Value) return Value.CompareTo(other.Value);
        if (Id != other.Id) return Id.CompareTo(other.Id);
        return string.CompareOrdinal(Area, other.Area);
    }
}
