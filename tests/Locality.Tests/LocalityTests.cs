using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;
using Xunit.Sdk;
using Xunit.v3;

// Each test is three areas with the machine's cores between them, and all of them tell one collector.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PeerNet.Locality.Tests;

/// <summary>What belongs to an area never leaves it: all three in one process, each on a SQLite file.</summary>
public sealed class LocalityTests(Collector collector)
{
    [Fact]
    public async Task Nothing_of_an_area_is_found_in_another_or_between_them_and_all_of_it_is_found_at_home()
    {
        await using var network = await RunningNetwork.Here(collector).Start();
        var story = new Telling(network, World.New());
        await story.All();
        new Verdict(story.Canaries, network.Evidence()).Holds();
    }
}
