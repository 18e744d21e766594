namespace PeerNet.Grains.Durability;

/// <summary>
/// How many items a list in a record may hold. Every list has a bound, because the whole row is written each time; a
/// rule keeps most lists far below it, and a commit that would exceed it is refused (code <c>record.full</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MaxItemsAttribute(int items) : Attribute
{
    public int Items => items;
}
