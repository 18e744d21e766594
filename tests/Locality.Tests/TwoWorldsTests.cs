using PeerNet.Locality.Tests.Leaks;
using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;
using PeerNet.Locality.Tests.Worlds;

namespace PeerNet.Locality.Tests;

/// <summary>
/// Two worlds that differ in nothing but what is West Sussex's own: who people are, what they wrote and how much of it,
/// who came to their meetings, in months that are released too. Nobody else can tell them apart.
/// </summary>
public sealed class TwoWorldsTests(TwoWorldsTests.Three worlds) : IClassFixture<TwoWorldsTests.Three>
{
    [Fact]
    public void Nobody_outside_an_area_can_tell_which_of_two_worlds_it_is_in()
    {
        var told = worlds.Differences;
        Assert.True(told.Count == 0, $"{told.Count} differences:\n{string.Join('\n', told.Take(30))}");
    }

    [Fact]
    public void A_leak_as_long_as_a_name_is_caught()
    {
        Assert.Contains(worlds.ThatTell, difference =>
            IsLetter(difference) && difference.EndsWith(new string(' ', Three.Least), StringComparison.Ordinal));
    }

    [Fact]
    public void An_extra_mark_is_caught()
    {
        Assert.Contains(
            worlds.ThatTell,
            difference => IsLetter(difference) && difference.Contains("\"mark\":\"absent\"", StringComparison.Ordinal));
        Assert.Contains(worlds.ThatTell, difference => difference.StartsWith(
            "+ east-sussex: east-sussex.db: OrleansStorage",
            StringComparison.Ordinal) && difference.Contains("\"mark\":\"absent\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exact_number_in_a_released_month_is_caught()
    {
        const string Sent = $"+ {Life.Area} back to east-sussex: GET {CrossedMonths.Path}";
        Assert.Contains(worlds.ThatTell, difference => difference.StartsWith(Sent, StringComparison.Ordinal)
            && difference.Contains(Three.Exact, StringComparison.Ordinal));
    }

    private static bool IsLetter(string difference) =>
        difference.StartsWith($"+ {Life.Area} to east-sussex: POST", StringComparison.Ordinal);

    /// <summary>The two worlds, and a third with a leak.</summary>
    public sealed class Three(Collector collector) : IAsyncLifetime
    {
        /// <summary>No name is shorter.</summary>
        internal const int Least = 20;

        /// <summary>The exact number of those who came, and what is published instead.</summary>
        internal const string Exact = "\"people\":22,", Published = "\"people\":20,";

        private const int MaxLives = 3;

        /// <summary>What tells the two worlds apart.</summary>
        internal IReadOnlyList<string> Differences { get; private set; } = [];

        /// <summary>What shows that the third is not the first.</summary>
        internal IReadOnlyList<string> ThatTell { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var words = $"{Guid.CreateVersion7()}";
            var elsewhere = new World(words, Life.Area, $"{words} elsewhere", Longer: 37);
            Observed one;
            var lives = 0;
            do
            {
                one = await Life.Of(collector, new(words));
                Differences = Observed.Differences(one, await Life.Of(collector, elsewhere));
            }
            // Two changes of a record that happen to come together have one number, and then all later numbers are one
            // lower. That is the machine's doing: what a world tells, it tells each time.
            while (Differences.Count > 0 && ++lives < MaxLives);
            ThatTell = Observed.Differences(one, await Life.Of(
                collector,
                elsewhere,
                Lengthen,
                async (tap, story) =>
                {
                    await story.MarkAgain(story.Casts.Single(cast => cast.Area == Life.Area));
                    await FigureLeaks.Sent(tap, "east-sussex", month => month.Replace(
                        Published, Exact, StringComparison.Ordinal));
                }));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static void Lengthen(Tap tap, Telling story)
        {
            var spaces =
                Enumerable.Repeat((byte)' ', story.Casts.Single(cast => cast.Area == Life.Area).Lead.Name.Text.Length);
            tap.Change = (way, body) => way.From == Life.Area && body is [(byte)'{', ..]
                && way.Path.EndsWith("letters", StringComparison.Ordinal) ? [.. body, .. spaces] : body;
        }
    }
}
