using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Connections;

/// <summary>A group of any area.</summary>
internal readonly record struct GroupAddress(AreaId Area, GroupId Id);
