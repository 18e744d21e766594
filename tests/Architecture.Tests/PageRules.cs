using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Architecture.Tests;

/// <summary>The pages that would otherwise drift away from the code.</summary>
public sealed partial class PageRules
{
    [Rule(17)]
    public void The_states_page_draws_every_state()
    {
        var drawn = Drawn().Matches(Repository.Read("docs/states.md")).SelectMany(arrow => (string[])[arrow.Groups["from"].Value, arrow.Groups["to"].Value]).ToHashSet();
        var words = Enum.GetNames<MeetingState>().Concat(Enum.GetNames<GroupStatus>()).Concat(Enum.GetNames<Part>()).Concat(Enum.GetNames<SeatState>()).Concat(Enum.GetNames<ConnectionState>()).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        Broken.None(
        [
            .. words.Except(drawn).Select(word => $"docs/states.md does not draw {word}"),
            .. drawn.Except(words).Except(["[*]"]).Select(word => $"docs/states.md draws {word}, which is no state"),
        ]);
    }

    [Fact]
    public void Every_numbered_rule_has_one_test_and_every_test_a_number()
    {
        var written = Numbered().Matches(Repository.Read("docs/architecture.md").Split("\n## Rules\n")[1]).Select(rule => int.Parse(rule.Groups["number"].Value, CultureInfo.InvariantCulture)).ToArray();
        var tested = typeof(PageRules).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.GetCustomAttribute<RuleAttribute>()?.Number).OfType<int>().Order().ToArray();
        Assert.Equal(Enumerable.Range(1, written.Length), written);
        Assert.Equal(written, tested);
    }

    [GeneratedRegex(@"^(?<number>\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?<from>\S+) --> (?<to>\S+)", RegexOptions.Multiline)]
    private static partial Regex Drawn();
}
