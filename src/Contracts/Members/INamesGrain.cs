using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Members;

/// <summary>
/// What people like to be called, for an answer that mentions them. A side of the same grain as
/// <see cref="Areas.IAreaGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.area.names"), Alias("peernet.area.names")]
public interface INamesGrain : IGrainWithStringKey
{
    /// <summary>
    /// The names of people whom an answer about a group mentions, each as the caller would see it on their record; of
    /// guests, the names on their seats. Sorted out in one read, whatever their number.
    /// </summary>
    [Alias("list")]
    Task<ImmutableArray<NamedPerson>> ListNames(GroupId group, ImmutableArray<MemberId> people, Caller by);
}
