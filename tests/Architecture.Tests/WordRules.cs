using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>Comments, messages, test names and pages in plain English.</summary>
public sealed partial class WordRules
{
    private const int Around = 40;

    private static readonly (string Example, string Instead, Regex Pattern)[] Phrases = Read();

    [Rule(18)]
    public void Nobody_has_to_translate()
    {
        var files = Repository.Files("", ".cs", ".razor", ".md").ToArray();
        Assert.NotEmpty(files);
        Broken.None(
            from file in files
            let prose = file.Prose
            from phrase in Phrases
            from Match found in phrase.Pattern.Matches(prose)
            select $"{file.Path}: \"{Context(prose, found)}\"; better: {phrase.Instead}");
    }

    [Fact]
    public void Every_phrase_finds_its_own_example()
    {
        Assert.True(Phrases.Length > 30);
        Broken.None(Phrases.Where(phrase => !phrase.Pattern.IsMatch(phrase.Example)).Select(phrase => phrase.Example));
    }

    [Rule(30)]
    public void Apostrophes_and_quotation_marks_that_people_read_are_curly() =>
        Broken.None(LinesWith(Straight(), ".razor", "Words.cs", "Refusals.cs", "Form.cs", "Pages.cs"));

    [Rule(31)]
    public void Nobody_is_ranked() => Broken.None(LinesWith(Ranked(), ".cs", ".razor", ".ts"));

    [Theory]
    [InlineData("public int AverageRung { get; }", true)]
    [InlineData("MeanOf(counts)", true)]
    [InlineData("\"meanRung\": 4", true)]
    [InlineData("T[\"Ranked third of 40 groups\"]", true)]
    [InlineData("your score", true)]
    [InlineData("averageRung:", true)]
    [InlineData("scoreOf(group)", true)]
    [InlineData("mean_rung", true)]
    [InlineData("T[\"6 people mean to come. Meanwhile, Frank waits.\"]", false)]
    public void A_rank_is_noticed_however_it_is_written(string line, bool isRank) =>
        Assert.Equal(isRank, Ranked().IsMatch(line));

    private static IEnumerable<string> LinesWith(Regex pattern, params string[] endings)
    {
        var files = Repository.Files("src", endings).ToArray();
        Assert.NotEmpty(files);
        return from file in files
               from line in file.Text.Split('\n').Index()
               where pattern.IsMatch(line.Item)
               select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";
    }

    private static string Context(string prose, Match found)
    {
        var start = Math.Max(0, found.Index - Around);
        return prose[start..Math.Min(prose.Length, found.Index + found.Length + Around)].Trim();
    }

    private static (string, string, Regex)[] Read() =>
    [
        .. from line in Repository.Read("tests/Architecture.Tests/Phrases.txt").Split('\n')
           where line.Length > 0 && line[0] != '#'
           let parts = line.Split(" | ", 3)
           select (parts[0], parts[1], new Regex(parts[2], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)),
    ];

    // Somebody can mean to come, but nothing has a mean.
    [GeneratedRegex(
        @"Average|Score|Rank|Mean(?![a-z])|\bmean[A-Z_]|\b(average|score|rank)(s|d|ed|ing)?(?![a-z])")]
    private static partial Regex Ranked();

    // In a string, and neither in an escape nor around the name of a file.
    [GeneratedRegex("""^(?!\s*(//|@\*)).*"[^"]*((?<!\\)[a-z]'["a-z .,]|[^=]\\"[A-Za-z])""")]
    private static partial Regex Straight();
}
