namespace PeerNet.Locality.Tests.Story;

/// <summary>A group, and the people at its meeting of the month that its area releases.</summary>
/// <param name="What">What its ID follows from.</param>
/// <param name="For">Whom it is for; null: everybody.</param>
/// <param name="People">The number of people.</param>
/// <param name="LeadCame">Whether its lead was one of them.</param>
/// <param name="Name">The name of the group.</param>
/// <param name="Word">The word by which one of the people was logged.</param>
internal sealed record MonthGroup(string What, string? For, int People, bool LeadCame, Canary Name, Canary Word);

/// <summary>The groups of which other areas learn nothing but what is released about a month.</summary>
internal sealed partial class Cast
{
    private const int TooFewGroups = 3;

    // At the groups for everybody there are 21 people, or 22 in the second world, and 20 is published. The rest is held
    // back.
    private static readonly (string? For, int People, int InSecondWorld)[] ByAudience =
    [
        (null, 6, 5), (null, 5, 6), (null, 5, 5), (null, 5, 6), ("women", 3, 4), ("women", 3, 1), ("men", 4, 2),
        ("men", 2, 5),
    ];

    /// <summary>Eight groups; in one area too few for anything to be published.</summary>
    public IReadOnlyList<MonthGroup> MonthGroups { get; }

    /// <summary>Whether enough groups met for their area to publish numbers.</summary>
    public bool PublishesNumbers => MonthGroups.Count > TooFewGroups;

    private IEnumerable<MonthGroup> InMonths()
    {
        var few = Area == Networks.RunningNetwork.Names[0];
        foreach (var (place, (audience, people, inSecondWorld)) in ByAudience.Take(few ? TooFewGroups : 8).Index())
        {
            var what = $"group {place} of a month";
            Add(Canary.Of(Area, $"{what}'s id", IdOf(what)));
            yield return new(
                what, audience, Came ? people : inSecondWorld, LeadCame: Came && place % 4 == 0, Own($"name of {what}"),
                Add(Canary.Of(Area, $"word in {what}", world.PersonalIn(Area), mark => $"hat {mark}")));
        }
    }
}
