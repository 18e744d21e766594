using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Link;

/// <summary>The areas to which the border is closed, with who closed it and when.</summary>
internal sealed record Border
{
    /// <summary>The closed borders, one per area.</summary>
    [MaxItems(100)]
    public ImmutableArray<ClosedBorder> Closed { get; init; } = [];

    /// <summary>Closes the border to an area.</summary>
    public Result<Border> Close(AreaId to, Caller by, DateTimeOffset now)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (IsClosedTo(to)) return this;
        return this with { Closed = Closed.Add(new(to, by.Member, now)) };
    }

    /// <summary>Reopens the border.</summary>
    public Result<Border> Open(AreaId to, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (!IsClosedTo(to)) return this;
        return this with { Closed = Closed.RemoveAll(one => one.To == to) };
    }

    private bool IsClosedTo(AreaId to) => Closed.Any(one => one.To == to);
}

/// <summary>A border that a coordinator closed.</summary>
internal sealed record ClosedBorder(AreaId To, MemberId? By, DateTimeOffset At);
