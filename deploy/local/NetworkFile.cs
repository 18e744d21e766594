using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Local;

/// <summary>
/// Writes network.json: the addresses and processes of each area, its groups, and tokens for the people in it; and
/// network.sh, which gives a shell what the README needs of it.
/// </summary>
internal static class NetworkFile
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string Name = "network.json";

    private static readonly JsonSerializerOptions Pretty =
        new(PeerNetJson.Options) { WriteIndented = true, IgnoreReadOnlyProperties = false };

    public static void Write(DirectoryInfo folder, IEnumerable<(IRunningArea Area, SeededArea Seeded)> areas)
    {
        var network = new
        {
            Note = "These tokens work on this computer only.",
            Areas = areas.Select(area => new
            {
                Id = area.Area.At.Area,
                area.Area.At.Name,
                area.Area.At.Url,
                area.Area.At.Link,
                area.Area.At.Database,
                Processes = area.Area.Programs.ToDictionary(program => program.Name, program => program.ProcessId),
                Programs = area.Area.Programs.Where(program => program.Start is not null)
                    .ToDictionary(program => program.Name, program => program.Start),
                People = area.Seeded.People.Select(
                    person => new { person.Role, person.MemberId, person.Name, person.Token, person.Groups }),
                Groups = area.Seeded.Groups.Select(group => new { group.Id, group.Description.Name }),
            }),
        };
        Write(folder, "network.sh", string.Concat(areas.SelectMany(area => Lines(area.Area.At, area.Seeded))));
        Write(folder, Name, JsonSerializer.Serialize(network, Pretty));
    }

    // Written to a temporary file and moved, so that a script waiting for the file never reads half of it.
    private static void Write(DirectoryInfo folder, string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        PrivateFile.Write(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static IEnumerable<string> Lines(LocalArea at, SeededArea seeded)
    {
        var area = at.Area.Value.Split('-')[0];
        var group = seeded.Groups.First(group => group.Description.Joining == Joining.Ask);
        yield return $"# Made-up people of {at.Name}. Their tokens work on this computer only.\n";
        yield return $"{area}={at.Url}/api/v1\n";
        yield return $"{area}_group={group.Id}  # {group.Description.Name}, which people ask to join\n";
        yield return Line("lead", seeded.People.First(person => person.MemberId == group.People[0]));
        yield return Line("member", seeded.People.First(person => person.Role == "member"));
        yield return Line("coordinator", seeded.People.First(person => person.Role == "coordinator"));

        string Line(string role, SeededPerson person) =>
            $"{area}_{role}={person.MemberId} {area}_{role}_token={person.Token}  # {person.Name}\n";
    }
}
