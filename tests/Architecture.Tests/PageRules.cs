using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Architecture.Tests;

/// <summary>Pages that would otherwise drift away from the code.</summary>
public sealed partial class PageRules
{
    private const int MaxColumns = 120;

    [Rule(17)]
    public void The_states_page_draws_every_state()
    {
        var drawn = Drawn().Matches(Repository.Read("docs/states.md"))
            .SelectMany(arrow => (string[])[arrow.Groups["from"].Value, arrow.Groups["to"].Value])
            .ToHashSet();
        var words = States().SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        Broken.None(
        [
            .. words.Except(drawn).Select(word => $"docs/states.md does not draw {word}"),
            .. drawn.Except(words).Except(["[*]"]).Select(word => $"docs/states.md draws {word}, which is not a state"),
        ]);
    }

    [Rule(19)]
    public void Prose_fits_on_a_screen()
    {
        var pages = Repository.Files("", ".md");
        Broken.None(
            from page in pages
            from line in Unfenced()
                .Replace(page.Text, fence => new string('\n', fence.Value.Count(letter => letter == '\n')))
                .Split('\n')
                .Index()
            where !NotProse().IsMatch(line.Item) && Target().Replace(line.Item, "").Length > MaxColumns
            select $"{page.Path}:{line.Index + 1} has {line.Item.Length} columns");
    }

    [Rule(29)]
    public void Every_override_of_a_style_is_in_the_style_sheet()
    {
        var styles = Repository.Read("src/Gateway/Assets/app.scss");
        var used = Repository.Files("src/Gateway", ".razor", ".cs")
            .SelectMany(file => Override().Matches(file.Text).Select(found => (file.Path, found.Value)))
            .ToList();
        Assert.NotEmpty(used);
        Broken.None(
            from one in used
            where !styles.Contains($".govuk-\\{one.Value[6..]} {{", StringComparison.Ordinal)
            select $"{one.Path} has the class {one.Value}, which app.scss does not have");
    }

    [Rule(20)]
    public void The_style_page_quotes_real_code()
    {
        var page = Repository.Read("STYLE.md");
        var quotes = Quote().Matches(page);
        Assert.True(quotes.Count > 8);
        Broken.None(
        [
            .. from Match good in Good().Matches(page)
               where !quotes.Any(quote => quote.Index == good.Index)
               select $"STYLE.md, character {good.Index}: write \"Good, from `path`:\", then the code",
            .. from quote in quotes
               let path = quote.Groups["path"].Value
               where !OneLine(Repository.Read(path))
                   .Contains(OneLine(quote.Groups["code"].Value).Trim(), StringComparison.Ordinal)
               select $"STYLE.md quotes code that is not in {path}: {quote.Groups["code"].Value}",
        ]);
    }

    [Rule(28)]
    public void Every_field_that_crosses_is_in_the_table_of_the_locality_page()
    {
        var crossing = Repository.Read("tests/Gateway.Tests/Link/wire.v1.txt").Split('\n')
            .Select(line => line.Split(':')[0].Split('.'))
            .Where(field => field is [var type, _] && !type.Contains(' ', StringComparison.Ordinal))
            .Select(field => (Type: field[0], Name: field[1]))
            .ToList();
        var ofLetters = crossing.Where(field => field.Type == "Letter").Select(field => field.Name).ToHashSet();
        var letters = crossing.Where(field => field is { Name: "operation", Type: not "Letter" })
            .Select(field => field.Type)
            .ToHashSet();
        // What every letter has is in one row.
        crossing.RemoveAll(field => letters.Contains(field.Type) && ofLetters.Contains(field.Name));
        var explained = FieldsRow().Matches(Repository.Read("docs/locality.md"))
            .SelectMany(row => Quoted().Matches(row.Groups["fields"].Value)
                .Select(field => (Type: row.Groups["type"].Value, Name: field.Groups["name"].Value)))
            .ToList();
        Assert.True(crossing.Count > 60, "Nothing was found to compare.");
        Broken.None(
        [
            .. crossing.Except(explained).Select(field => $"docs/locality.md does not explain {field}"),
            .. explained.Except(crossing).Select(field => $"docs/locality.md explains {field}, which does not cross"),
        ]);
    }

    [Fact]
    public void Every_numbered_rule_has_one_test_and_every_test_a_number()
    {
        var written = Numbered().Matches(Repository.Read("docs/architecture.md").Split("\n## Rules\n")[1])
            .Select(rule => int.Parse(rule.Groups["number"].Value, CultureInfo.InvariantCulture))
            .ToArray();
        var tested = typeof(PageRules).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<RuleAttribute>()?.Number)
            .OfType<int>()
            .Order()
            .ToArray();
        Assert.Equal(Enumerable.Range(1, written.Length), written);
        Assert.Equal(written, tested);
    }

    /// <summary>
    /// A noun's states are an enum of Contracts named so; what a card says of another area's group is not one.
    /// </summary>
    private static IEnumerable<Type> States()
    {
        var named = typeof(Refusal).Assembly.GetTypes()
            .Where(type => type.IsEnum && StateName().IsMatch(type.Name) && type != typeof(CardState))
            .ToArray();
        Assert.NotEmpty(named);
        return named.Append(typeof(Part));
    }

    private static string OneLine(string code) => Space().Replace(code, " ");

    [GeneratedRegex("govuk-![a-z0-9-]+")]
    private static partial Regex Override();

    [GeneratedRegex(@"^\| `(?<type>[A-Z][A-Za-z]*)` \| (?<fields>(`[A-Za-z]+`(, )?)+) \|", RegexOptions.Multiline)]
    private static partial Regex FieldsRow();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("(State|Status)$")]
    private static partial Regex StateName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Unfenced();

    // A table row, indented code, or an address that cannot be broken.
    [GeneratedRegex(@"^(\||    |<?https?://\S+$)")]
    private static partial Regex NotProse();

    [GeneratedRegex(@"\]\([^)]*\)|<https?://[^>]*>")]
    private static partial Regex Target();

    [GeneratedRegex(@"^Good\b", RegexOptions.Multiline)]
    private static partial Regex Good();

    [GeneratedRegex(
        @"^Good, from `(?<path>[^`]+)`:\n\n```csharp\n(?<code>.*?)\n```",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(?<number>\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?<from>\S+) --> (?<to>\S+)", RegexOptions.Multiline)]
    private static partial Regex Drawn();
}
