using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>What a noun brings with it, so that nothing else has to list it.</summary>
public sealed partial class NounRules
{
    [Rule(21)]
    public void Every_endpoint_declares_whom_it_admits()
    {
        var files = Repository.Sources("src/Gateway")
            .Where(file => file.Code.Contains(" : IEndpoints", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(files);
        Broken.None(
        [
            .. from file in files
               let declared = Nouns(file)
               from Match endpoint in Endpoint().Matches(file.Code)
               where !Declares().IsMatch(endpoint.Value) && !declared.Contains(endpoint.Groups["on"].Value)
               select $"{file.Path}: {endpoint.Value.Trim()} says neither AllowAnonymous, ForMembers nor "
                   + "ForCoordinators",
            .. from file in Repository.Sources("src/Gateway")
               where !file.Under("src/Gateway/SignIn")
               from Match check in InlineCheck().Matches(file.Bare)
               select $"{file.Path}: {check.Value} decides about access in an endpoint",
        ]);
    }

    [Rule(27)]
    public void The_page_about_adding_a_noun_lists_at_most_twelve_existing_files()
    {
        var section = Repository.Read("docs/add-a-noun.md").Split("\n## Existing files\n")[1].Split("\n## ")[0];
        var existing = ExistingFile().Matches(section).Select(row => row.Groups["path"].Value).ToArray();
        Assert.InRange(existing.Length, 1, 12);
        Broken.None(
            existing.Where(path => !File.Exists(Path.Combine(Repository.Root, path)))
                .Select(path => $"docs/add-a-noun.md lists {path}"));
    }

    // The variables of route groups that declare it for all their endpoints.
    private static HashSet<string> Nouns(SourceFile file) =>
        [.. RouteGroup().Matches(file.Code)
            .Where(found => Declares().IsMatch(found.Value))
            .Select(found => found.Groups["name"].Value)];

    [GeneratedRegex(@"var (?<name>\w+) = [^;]*\.MapGroup\([^;]*;")]
    private static partial Regex RouteGroup();

    [GeneratedRegex(@"(?<on>[\w.]+)\s*\.Map(Get|Put|Delete|Post|Patch|Methods)\([^;]*;")]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\.(AllowAnonymous|ForMembers|ForCoordinators)\(\)")]
    private static partial Regex Declares();

    [GeneratedRegex(@"\.(Coordinates\b|Role\s*(==|!=|is\b)|IsInRole\b)")]
    private static partial Regex InlineCheck();

    [GeneratedRegex(@"^\| \d+ \| `(?<path>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ExistingFile();
}
