using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests.Worlds;

/// <summary>One world from its beginning to its end, as seen from outside West Sussex.</summary>
internal static class Life
{
    public const string Area = "west-sussex";

    /// <summary>Lives it; the last arguments are what somebody does to spoil it, before and after all.</summary>
    public static async Task<Observed> Of(
        Collector collector, World world, Action<Tap, Telling>? before = null, Func<Tap, Telling, Task>? after = null)
    {
        await using var network = RunningNetwork.Here(collector);
        // So that which cards are on which page does not depend on the order of requests.
        network.Tap.HoldsCards = true;
        await network.Start();
        var story = new Telling(network, world);
        before?.Invoke(network.Tap, story);
        await story.All();
        if (after is not null) await after(network.Tap, story);
        var answered = RunningNetwork.Names.ToDictionary(area => area, area => network.Doors[area].Answers.Count);
        foreach (var cast in story.Casts.Where(cast => cast.Area != Area)) await story.LookAround(cast);
        // Two neighbours fetch at the same time, so the ledger's order is nobody's doing; its rows are looked at, less
        // their numbers.
        return new(network, Area, RunningNetwork.Names.Where(area => area != Area)
            .SelectMany(
                area =>
                    network.Doors[area].Answers.Skip(answered[area])
                        .Where(answer => !answer.Line.EndsWith("ledger", StringComparison.Ordinal))
                        .Select(answer =>
                            $"{area} {answer.Line} {answer.Head} {System.Text.Encoding.UTF8.GetString(answer.Body)}")));
    }
}
