using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>The diagram on the states page is the table that the record follows.</summary>
public sealed partial class MatchTableTests
{
    [Fact]
    public void The_states_page_draws_the_table()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "states.md"));
        var drawn = Arrow().Matches(page.Split("\n## A match\n")[1].Split("\n## ")[0])
            .Where(arrow => arrow.Groups["from"].Value != "[*]")
            .SelectMany(arrow => arrow.Groups["acts"].Value.Split(", ")
                .Select(act => $"{arrow.Groups["from"].Value} --> {arrow.Groups["to"].Value} : {act}"));
        Assert.Equal(
            MatchTable.Arrows.Select(arrow => $"{Word(arrow.Key.From)} --> {Word(arrow.Value)} : {Word(arrow.Key.Act)}")
                .Order(StringComparer.Ordinal),
            drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_state_but_the_last_can_end_and_nothing_follows_the_end()
    {
        foreach (var state in Enum.GetValues<MatchState>())
        {
            MatchState? ended = state == MatchState.Ended ? null : MatchState.Ended;
            Assert.Equal(ended, MatchTable.After(state, MatchAct.End));
        }
        Assert.DoesNotContain(MatchTable.Arrows.Keys, arrow => arrow.From == MatchState.Ended);
    }

    private static string Word<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    [GeneratedRegex(@"^\s*(?<from>\S+) --> (?<to>\S+) : (?<acts>.+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
