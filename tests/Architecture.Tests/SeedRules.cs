using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Architecture.Tests;

/// <summary>The made-up Sussex of a first start fits the contracts.</summary>
public sealed class SeedRules
{
    private static readonly string[] Besides = ["members", "notes"];

    [Rule(16)]
    public void The_seed_data_fits_the_contracts()
    {
        var areas = Repository.Files("deploy/seed", ".json").ToArray();
        Assert.NotEmpty(areas);
        Broken.None(areas.SelectMany(file => Findings(file.Text).Select(finding => $"{file.Path}: {finding}")).Concat(
            areas.Where(file => !file.Name.Equals($"{Area(file)}.json", StringComparison.Ordinal))
                .Select(file => $"{file.Path} is about {Area(file)}")));
    }

    private static string? Area(SourceFile file) =>
        JsonDocument.Parse(file.Text).RootElement.GetProperty("area").GetString();

    private static IEnumerable<string> Findings(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        var people = root.GetProperty("people").EnumerateArray().Select(person => person.GetString()).ToArray();
        var groups = root.GetProperty("groups").EnumerateArray().ToArray();
        var strict = new JsonSerializerOptions(PeerNetJson.Options)
        {
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow
        };

        if (people.Distinct().Count() < 120) yield return $"{people.Distinct().Count()} different people";
        if (groups.Length < 12) yield return $"{groups.Length} groups";
        if (groups.SelectMany(Rules).Distinct().Count() < 5) yield return "fewer than five rules";
        foreach (var group in groups)
        {
            var said = JsonSerializer.Deserialize<GroupDescription>(JsonSerializer.Serialize(group.EnumerateObject()
                .Where(field => !Besides.Contains(field.Name))
                .ToDictionary(field => field.Name, field => field.Value)), strict)!;
            var members = group.GetProperty("members").EnumerateArray().Select(index => index.GetInt32()).ToArray();
            if (members.Length is < 6 or > 20 || members.Distinct().Count() != members.Length
                || members.Any(index => index < 0 || index >= people.Length)) yield return $"{said.Name}: members";
            if (said.Capacity < members.Length) yield return $"{said.Name}: more members than its capacity";
            if (said.Format != MeetingFormat.Online && said.Place?.Latitude is not (> 50.7 and < 51.3))
                yield return $"{said.Name}: not in Sussex";
            if ((said.Format == MeetingFormat.InPerson) != (said.OnlineLink is null))
                yield return $"{said.Name}: needs a link if people meet online, and must not have one otherwise";
            if (said.OnlineLink is { } link && !link.StartsWith(
                "https://meet.example.invalid/",
                StringComparison.Ordinal)) yield return $"{said.Name}: the link might belong to somebody";
        }
    }

    private static IEnumerable<string?> Rules(JsonElement group)
    {
        return group.GetProperty("schedule")
            .GetProperty("series")
            .EnumerateArray()
            .SelectMany(series => series.GetProperty("versions").EnumerateArray())
            .Select(version => version.GetProperty("rule").GetString());
    }
}
