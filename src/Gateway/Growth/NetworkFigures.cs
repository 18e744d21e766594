using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Growth;

/// <summary>What the areas of the network have released, added up and one by one.</summary>
/// <param name="Sums">The sums.</param>
/// <param name="Areas">What each has released: this area first, then its neighbours.</param>
public sealed record NetworkFigures(NetworkGrowthDetails Sums, ImmutableArray<NeighbourReleases> Areas)
{
    /// <summary>The areas, by the rule of the last month that they have released.</summary>
    public IEnumerable<IGrouping<DisclosureTerms, NeighbourReleases>> ByRule =>
        Areas.Where(area => !area.Months.IsEmpty).GroupBy(area => area.Months[^1].Table.Rule);
}

/// <summary>Reads what the areas of the network have released.</summary>
internal static class NetworkReading
{
    extension(Home home)
    {
        /// <summary>What they have released, added up.</summary>
        public Task<NetworkGrowthDetails> ReadSums(Neighbours neighbours) =>
            home.NeighbourReleases.AddUp([.. neighbours.All.Select(one => one.Area)]);

        /// <summary>The same, with what each of them has released.</summary>
        public async Task<NetworkFigures> ReadNetwork(Neighbours neighbours)
        {
            var sums = await home.ReadSums(neighbours);
            var own = await home.Releases.List();
            var kept = (await home.NeighbourReleases.List()).ToDictionary(one => one.Area);
            kept[own.Area] = new(own.Area, own.Items);
            return new(sums, [.. sums.Areas.Select(area => kept.GetValueOrDefault(area) ?? new(area, []))]);
        }
    }
}
