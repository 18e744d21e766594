using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>A table at a gathering.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Present">How many people sit at it.</param>
/// <param name="Slips">How many slips it has.</param>
/// <param name="Code">Which of its codes works: 1 is the first.</param>
internal sealed record Table(TableId Id, Animal Label, int Present, int Slips = 0, int Code = 1)
{
    /// <summary>What a caller sees of it.</summary>
    public TableDetails Seen(bool isKeeper) =>
        isKeeper ? new(Id, Label, Present, Slips, Code) : new(Id, Label, null);
}
