using System.Xml.Linq;

namespace PeerNet.Architecture.Tests;

/// <summary>
/// What project files may contain. They are read as XML, because an unused reference leaves no trace in an assembly but
/// still ships.
/// </summary>
public sealed class ProjectRules
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Contracts/PeerNet.Contracts.csproj"] = [],
        ["src/Calendar/PeerNet.Calendar.csproj"] = ["PeerNet.Contracts"],
        ["src/Grains/PeerNet.Grains.csproj"] = ["PeerNet.Calendar", "PeerNet.Contracts"],
        ["src/Silo/PeerNet.Silo.csproj"] = ["PeerNet.Grains"],
        ["src/Gateway/PeerNet.Gateway.csproj"] = ["PeerNet.Calendar", "PeerNet.Contracts"],
    };

    private static readonly string[] SiloPackages = [
        "Microsoft.Orleans.Server",
        "Microsoft.Orleans.Runtime",
        "Microsoft.Orleans.Persistence",
        "Microsoft.Orleans.Clustering"
    ];

    [Rule(1)]
    public void Projects_refer_to_each_other_in_one_direction()
    {
        var projects = Projects();
        var src = projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal)).ToArray();

        Broken.None(
        [
            .. Allowed.Keys.Except(src.Select(project => project.Path)).Select(path => $"{path} is missing"),
            .. src.Where(project => !Allowed.ContainsKey(project.Path))
                .Select(project => $"{project.Path}: src has other projects than the rule allows"),
            .. from project in src
               where Allowed.ContainsKey(project.Path)
               let to = References(project.Xml)
               where !to.SequenceEqual(Allowed[project.Path])
               select $"{project.Path} refers to [{string.Join(
                   ", ", to)}], but should refer to [{string.Join(", ", Allowed[project.Path])}]",
            .. from project in projects
               where !MaySeeBothSides(project.Path)
               let to = References(project.Xml)
               where to.Contains("PeerNet.Gateway") && (to.Contains("PeerNet.Silo") || to.Contains("PeerNet.Grains"))
               select $"{project.Path} sees both sides",
            .. from project in src
               where project.Path.Contains("Gateway", StringComparison.Ordinal)
                   || project.Path.Contains("Contracts", StringComparison.Ordinal)
                   || project.Path.Contains("Calendar", StringComparison.Ordinal)
               from package in Packages(project.Xml).Select(package => (string?)package.Attribute("Include") ?? "")
               where SiloPackages.Any(silo => package.StartsWith(silo, StringComparison.Ordinal))
               select $"{project.Path} uses {package}, which belongs to a silo",
        ]);
    }

    [Rule(10)]
    public void Package_versions_are_in_one_file()
    {
        var central = XDocument.Parse(Repository.Read("Directory.Packages.props"));
        Assert.Equal("true", central.Descendants("CentralPackageTransitivePinningEnabled").Single().Value);
        Broken.None(
            from project in Projects(".csproj", ".props", ".targets")
            where project.Path != "Directory.Packages.props"
            from package in Packages(project.Xml)
            from version in (string[])["Version", "VersionOverride"]
            where package.Attribute(version) is not null || package.Element(version) is not null
            select $"{project.Path}: {(string?)package.Attribute("Include")} has a {version}");
    }

    [Rule(15)]
    public void Public_members_of_src_are_documented()
    {
        var house = XDocument.Parse(Repository.Read("Directory.Build.props"));
        Assert.Equal("true", house.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("true", house.Descendants("GenerateDocumentationFile").Single().Value);
        Broken.None(
        [
            .. from project in Projects()
               where project.Path.StartsWith("src/", StringComparison.Ordinal)
               from name in (string[])["GenerateDocumentationFile", "TreatWarningsAsErrors"]
               where project.Xml.Descendants(name).Any()
               select $"{project.Path} overrides {name}",
            .. from file in Repository.Files(
                "", ".csproj", ".props", ".targets", ".editorconfig", ".globalconfig", ".cs", ".razor")
               from line in file.Text.Split('\n')
               where !file.Under("tests") && line.Contains("1591", StringComparison.Ordinal)
                   && !line.Contains("<!--", StringComparison.Ordinal)
               select $"{file.Path} mentions CS1591: {line.Trim()}",
        ]);
    }

    private static bool MaySeeBothSides(string path)
    {
        return path.StartsWith("tests/", StringComparison.Ordinal)
            || path.StartsWith("bench/", StringComparison.Ordinal)
            || path.StartsWith("deploy/local/", StringComparison.Ordinal);
    }

    private static (string Path, XDocument Xml)[] Projects(params string[] endings) =>
        [.. Repository.Files("", endings is [] ? [".csproj"] : endings)
            .Select(file => (file.Path, XDocument.Parse(file.Text)))];

    private static string[] References(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(
            ((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))).Order(StringComparer.Ordinal)];

    private static IEnumerable<XElement> Packages(XDocument project) =>
        project.Descendants("PackageReference").Concat(project.Descendants("PackageVersion"));
}
