namespace PeerNet.Gateway.Finder.Query;

/// <summary>The sort key of a card: the value of the sort order, then the IDs.</summary>
internal readonly record struct SortKey(long Value, Guid Id, string Area) : IComparable<SortKey>
{
    public int CompareTo(SortKey other)
    {
        if (Value != other.Value) return Value.CompareTo(other.Value);
        if (Id != other.Id) return Id.CompareTo(other.Id);
        return string.CompareOrdinal(Area, other.Area);
    }
}
