using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Connections;

/// <summary>The address of a group in any area.</summary>
internal readonly record struct GroupAddress(AreaId Area, GroupId Id);
