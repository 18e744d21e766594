using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>The runbook has what somebody looks up who runs an area.</summary>
public sealed partial class RunbookRules
{
    private static readonly SourceFile[] Sources =
        [.. Repository.Sources("src").Where(file => file.Text.Contains("Options", StringComparison.Ordinal))];

    private static readonly string Runbook = Repository.Read("docs/runbook.md");

    [Fact]
    public void Every_setting_is_in_the_runbook()
    {
        var settings = Settings("SiloOptions", "PeerNet").Concat(Settings("GatewayOptions", "PeerNet")).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "PeerNet:Mail:Timeout", "PeerNet:Neighbours:n:Url", "PeerNet:ResponseTimeout" },
            settings);
        Broken.None(settings.Where(setting => !IsDocumented(setting)).Select(one => $"{one} is not in the runbook"));
    }

    [Fact]
    public void Every_metric_is_in_the_runbook()
    {
        var metrics = Repository.Sources("src")
            .SelectMany(file => Instrument().Matches(file.Code))
            .Select(found => found.Groups["name"].Value)
            .ToArray();
        Assert.NotEmpty(metrics);
        Broken.None(metrics.Where(name => !Says(name)).Select(name => $"{name} is not in the runbook"));
    }

    [Fact]
    public void A_message_that_names_a_part_of_the_runbook_names_one_that_is_there()
    {
        var named = Repository.Sources("src")
            .SelectMany(file => Named().Matches(file.Code))
            .Select(found => found.Groups["heading"].Value)
            .Concat(Referred().Matches(Runbook).Select(found => Space().Replace(found.Groups["heading"].Value, " ")))
            .ToArray();
        Assert.NotEmpty(named);
        Broken.None(named
            .Where(heading => !Runbook.Contains($"# {heading}\n", StringComparison.Ordinal))
            .Select(heading => $"The runbook has no heading '{heading}'"));
    }

    // "People get 429" explains each limit by its own name.
    private static bool IsDocumented(string setting)
    {
        const string limits = "PeerNet:Limits:";
        return Says(setting)
            || (setting.StartsWith(limits, StringComparison.Ordinal) && Says(setting[limits.Length..]));
    }

    private static bool Says(string name) => Runbook.Contains($"`{name}`", StringComparison.Ordinal);

    // A type that is not ours, such as an enum of a library, is a setting and not a group of them.
    private static IEnumerable<string> Settings(string type, string path)
    {
        var ours = Sources.Select(file => Class(type).Match(file.Code)).SingleOrDefault(one => one.Success);
        return ours is null ? [path] : Property().Matches(ours.Value).SelectMany(property =>
        {
            var name = $"{path}:{property.Groups["name"].Value}";
            return Settings(property.Groups["type"].Value, property.Groups["list"].Success ? $"{name}:n" : name);
        });
    }

    private static Regex Class(string type) => new($$"""class {{type}}\b[\s\S]*?^}""", RegexOptions.Multiline);

    [GeneratedRegex(
        """public (?<list>IList<(?=\w+Options))?(IList<)?(?<type>\w+)>?\?? (?<name>\w+) \{ get; (set; )?\}""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex(@"\.Create\w+(<\w+>)?\(\s*""(?<name>peernet\.[a-z._]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Instrument();

    [GeneratedRegex("‘(?<heading>[^’]+)’ in the runbook")]
    private static partial Regex Named();

    [GeneratedRegex(@"[Ss]ee\s""(?<heading>[^""]+)""")]
    private static partial Regex Referred();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
