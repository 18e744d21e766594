using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Practices;

/// <summary>Queries across the rows of practices.</summary>
internal interface IPracticeRows
{
    /// <summary>Those of a group that wait for one of their groups, newest first.</summary>
    Task<IReadOnlyList<AreaRow>> Waiting(GroupId group, int limit);

    /// <summary>Those that are shown, of a group or of the whole area; the latest first.</summary>
    Task<IReadOnlyList<AreaRow>> Shown(GroupId? group, int limit);
}
