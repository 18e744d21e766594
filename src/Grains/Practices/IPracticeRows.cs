using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Practices;

/// <summary>Queries across the rows of practices, and what groups could tell of.</summary>
internal interface IPracticeRows
{
    /// <summary>Those that wait for one of their groups, newest first.</summary>
    Task<IReadOnlyList<AreaRow>> Waiting(int limit);

    /// <summary>Those that are shown, the latest first.</summary>
    Task<IReadOnlyList<AreaRow>> Shown(int limit);

    /// <summary>Whether a group has held that many meetings, or more.</summary>
    Task<bool> HasHeld(Guid group, int meetings);
}
