using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Local;

/// <summary>Writes network.json: the addresses and processes of each area, and tokens for the people in it.</summary>
internal static class NetworkFile
{
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
                    person => new { person.Role, person.MemberId, person.Token, person.Groups }),
            }),
        };
        var file = Path.Combine(folder.FullName, "network.json");
        // Written to a temporary file and moved, so that a script waiting for the file never reads half of it.
        PrivateFile.Write(file + ".new", JsonSerializer.Serialize(network, Pretty));
        File.Move(file + ".new", file, overwrite: true);
    }
}
