using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>What the tree looks like: short files, words that say something, the same nouns everywhere.</summary>
public sealed partial class TreeRules
{
    private const int MaxLines = 250;

    [Rule(5)]
    public void No_file_is_too_long_to_read()
    {
        var files = Repository.Sources("src", "tests", "deploy", "bench");
        Assert.NotEmpty(files);
        Broken.None(files.Where(file => file.Lines > MaxLines).Select(file => $"{file.Path} has {file.Lines} lines"));
    }

    [Rule(6)]
    public void No_name_says_nothing()
    {
        var files = Repository.Sources("src", "tests", "deploy", "bench");
        Assert.Contains(files, file => DeclaredType().IsMatch(file.Bare));
        Broken.None(
        [
            .. from file in files
               from part in file.Path.Split('/')
               where SaysNothing().IsMatch(part.Split('.')[0])
               select $"{file.Path}: {part}",
            .. from file in files
               from Match type in DeclaredType().Matches(file.Bare)
               where SaysNothing().IsMatch(type.Groups["name"].Value)
               select $"{file.Path}: {type.Groups["name"].Value}",
        ]);
    }

    [Rule(9)]
    public void The_four_trees_have_the_same_nouns()
    {
        var nouns = Repository.Folders("src/Contracts");
        var page = Repository.Read("docs/architecture.md");
        Assert.NotEmpty(nouns);
        Broken.None(
        [
            .. from tree in (string[])["src/Contracts", "src/Grains", "src/Gateway", "tests/Grains.Tests"]
               let capabilities = Capability().Matches(page)
                   .Where(row => row.Groups["tree"].Value == tree)
                   .SelectMany(row => row.Groups["folders"].Value.Split(", "))
               from folder in Repository.Folders(tree).Except(nouns).Except(capabilities)
               select $"{tree}/{folder} is neither a noun of Contracts nor a capability that architecture.md lists",
        ]);
    }

    [Rule(11)]
    public void Sql_stays_out_of_grains_and_gateway()
    {
        Broken.None(
            from file in Repository.Sources("src/Grains", "src/Gateway")
            where !FinderFile().IsMatch(file.Path)
            from Match sql in Sql().Matches(file.Code)
            select $"{file.Path}: {sql.Value}");
    }

    [Rule(12)]
    public void Tests_neither_sleep_nor_skip()
    {
        var tests = Repository.Sources("tests");
        Assert.NotEmpty(tests);
        Broken.None(
            from file in tests
            from Match found in SleepOrSkip().Matches(file.Code)
            select $"{file.Path}: {found.Value}");
    }

    [GeneratedRegex("(Manager|Helper|Util|Common|Processor|Info|Service|Base)s?$")]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"^\| `(?<tree>[\w./]+)` \| (?<folders>[\w, ]+) \|", RegexOptions.Multiline)]
    private static partial Regex Capability();

    [GeneratedRegex(
        @"\b(SELECT|INSERT INTO|DELETE FROM|CREATE (TABLE|INDEX|VIEW))\b|\b(?i:insert\s+into\s+\w+"
        + @"|delete\s+from\s+\w+|update\s+\w+\s+set\b|select\s[^\n;]*\sfrom\s+\w+(?!\s+in\b))|\b(System\.Data|Npgsql"
        + @"|Microsoft\.Data)\b")]
    private static partial Regex Sql();

    [GeneratedRegex(@"^src/Gateway/Finder/Feed/CardStore(\.\w+)?\.cs$")]
    private static partial Regex FinderFile();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\b|\bSkip\s*=[^=]")]
    private static partial Regex SleepOrSkip();
}
