using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Worries;

/// <summary>Queries across the rows of worries. One whose words are forgotten is in none of them.</summary>
internal interface IWorryRows
{
    /// <summary>Worries of a state, the longest in it first, without the first ones.</summary>
    Task<IReadOnlyList<AreaRow>> Oldest(string state, int skip, int limit);

    /// <summary>Worries of a state, the shortest in it first, without the first ones.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(string state, int skip, int limit);

    /// <summary>Worries that a person wrote, the latest change first.</summary>
    Task<IReadOnlyList<AreaRow>> WrittenBy(Guid writer, int limit);

    /// <summary>The IDs of worries that a person wrote, or that are about them.</summary>
    Task<IReadOnlyList<Guid>> Naming(Guid person, int limit);
}
