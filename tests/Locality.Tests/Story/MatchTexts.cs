namespace PeerNet.Locality.Tests.Story;

/// <summary>
/// What people of an area say in matches with people of others: as the maker to somebody of the previous area, as the
/// taker to somebody of the next.
/// </summary>
internal sealed class MatchTexts(string area, string next, string previous, World world)
{
    public Canary Maker { get; } = For("maker's name in a match abroad", area, previous, world);

    public Canary Words { get; } = For("maker's word after a match abroad", area, previous, world);

    public Canary Taker { get; } = For("taker's name in a match abroad", area, next, world);

    public Canary Where { get; } = For("place of a match abroad", area, next, world);

    /// <summary>The ID of the match with the next area's offer.</summary>
    public Guid Match { get; } = Canary.IdOf($"{world.Words}/{area}/match abroad", version: 4);

    public IEnumerable<Canary> Canaries =>
    [
        Maker, Words, Taker, Where,
        Canary.Of(area, "match abroad", Match) with { Also = [next, Zones.Link(area, next)] },
    ];

    private static Canary For(string field, string area, string neighbour, World world)
    {
        return Canary.Of(area, field, world.Words, mark => $"for you {mark}") with
        {
            Also = [neighbour, Zones.Link(neighbour, area)],
        };
    }
}
