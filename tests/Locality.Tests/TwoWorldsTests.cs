using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;
using PeerNet.Locality.Tests.Worlds;

namespace PeerNet.Locality.Tests;

/// <summary>Two worlds that differ in nothing but what is West Sussex's own: who people are, what they wrote and how much of it, who came to their meetings. Nobody else can tell them apart.</summary>
public sealed class TwoWorldsTests(Collector collector, TwoWorldsTests.Worlds worlds) : IClassFixture<TwoWorldsTests.Worlds>
{
    [Fact]
    public void Nobody_outside_an_area_can_tell_which_of_two_worlds_it_is_in()
    {
        var differences = Observed.Differences(worlds.One, worlds.Other);
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(30))}");
    }

    [Fact]
    public async Task A_letter_as_long_as_a_name_would_tell()
    {
        var spoilt = await Life.Of(collector, worlds.Elsewhere, (network, story) =>
        {
            var length = story.Casts.Single(cast => cast.Area == Life.Area).Lead.Name.Text.Length;
            network.Tap.Change = (way, body) => way.From == Life.Area && body is [(byte)'{', ..] && way.Path.EndsWith("letters", StringComparison.Ordinal) ? [.. body, .. Enumerable.Repeat((byte)' ', length)] : body;
        });
        Assert.Contains(Observed.Differences(worlds.One, spoilt), difference => difference.StartsWith($"+ {Life.Area} to ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_too_many_would_tell()
    {
        var spoilt = await Life.Of(collector, worlds.Elsewhere, after: (network, story) => story.MarkAgain(story.Casts.Single(cast => cast.Area == Life.Area)));
        var differences = Observed.Differences(worlds.One, spoilt);
        Assert.Contains(differences, difference => difference.StartsWith($"+ {Life.Area} to east-sussex: POST", StringComparison.Ordinal) && difference.Contains("seatMarked", StringComparison.Ordinal));
        Assert.Contains(differences, difference => difference.StartsWith("+ east-sussex: east-sussex.db: OrleansStorage", StringComparison.Ordinal));
    }

    /// <summary>The two.</summary>
    public sealed class Worlds(Collector collector) : IAsyncLifetime
    {
        private readonly string words = $"{Guid.CreateVersion7()}";

        internal Observed One { get; private set; } = null!;

        internal Observed Other { get; private set; } = null!;

        internal World Elsewhere => new(words, Life.Area, $"{words} elsewhere", Longer: 37);

        public async ValueTask InitializeAsync()
        {
            One = await Life.Of(collector, new(words));
            Other = await Life.Of(collector, Elsewhere);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
