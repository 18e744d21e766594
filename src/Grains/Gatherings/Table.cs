using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>A table at a gathering.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Present">How many people sit at it.</param>
/// <param name="Slips">How many slips it has.</param>
internal sealed record Table(TableId Id, Animal Label, int Present, int Slips = 0)
{
    /// <summary>What a caller sees of it.</summary>
    public TableDetails Seen(bool isKeeper) => new(Id, Label, isKeeper ? Present : null, isKeeper ? Slips : null);
}
