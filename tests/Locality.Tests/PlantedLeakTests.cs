using PeerNet.Locality.Tests.Leaks;
using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests;

/// <summary>The scan is alive: what leaks is caught, in each place and each form, and named.</summary>
public sealed class PlantedLeakTests(PlantedLeakTests.Leaky leaky) : IClassFixture<PlantedLeakTests.Leaky>
{
    public static TheoryData<string> Names { get; } = [.. Leak.All.Select(leak => leak.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_leak_is_caught(string name)
    {
        var leak = Leak.All.Single(one => one.Name == name);
        var caught = leaky.Verdict.Leaks.Where(finding => finding.Canary.What == name)
            .Select(finding => $"{finding}")
            .Distinct()
            .ToList();
        Assert.True(
            caught.Any(finding => finding.Contains(leak.Caught, StringComparison.Ordinal)),
            $"Not caught {leak.Caught}, but:\n{string.Join('\n', caught)}");
    }

    [Fact]
    public void An_exact_number_in_a_month_is_caught() =>
        Assert.Contains(leaky.Months, one => one.From == Planting.West && !CrossedMonths.IsSafe(one.Month));

    [Fact]
    public void A_value_that_nobody_planted_is_not_found() =>
        Assert.DoesNotContain(leaky.Verdict.Findings, finding => finding.Canary.What == Leaky.Nothing);

    /// <summary>The three areas with every leak in them, looked at once.</summary>
    public sealed class Leaky(Collector collector) : IAsyncLifetime
    {
        internal const string Nothing = "nothing";

        internal Verdict Verdict { get; private set; } = null!;

        internal IReadOnlyList<(string From, System.Text.Json.JsonElement Month)> Months { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var words = $"{Guid.CreateVersion7()}";
            var canaries = Leak.All.Select(leak => (Leak: leak, Canary: leak.Canary(words))).ToList();
            await using var planting = new Planting(collector);
            await planting.Network.Start();
            foreach (var (leak, canary) in canaries) await leak.Plant(planting, canary);
            await FigureLeaks.Sent(planting.Network.Tap, Planting.Brighton, month => month.Replace(
                "\"people\":null,\"heldBack\":true", "\"people\":21,\"heldBack\":false", StringComparison.Ordinal));
            Months = CrossedMonths.In(planting.Network.Tap);
            await Eventually.So(
                "traces and metrics are sent", () => Task.FromResult(canaries.Where(one => one.Leak.Caught.Contains(
                    "OTLP", StringComparison.Ordinal)).All(one => collector.Heard(one.Canary.Mark))));
            Verdict = new(
                [.. canaries.Select(one => one.Canary), Canary.Of(Planting.West, Nothing, words, mark => mark)],
                await planting.Network.Evidence());
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
