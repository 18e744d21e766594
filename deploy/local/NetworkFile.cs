using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Local;

/// <summary>Writes network.json: where each area is, and how to be someone there.</summary>
internal static class NetworkFile
{
    private static readonly JsonSerializerOptions Pretty = new(PeerNetJson.Options) { WriteIndented = true, IgnoreReadOnlyProperties = false };

    public static void Write(DirectoryInfo folder, IEnumerable<(Cell Cell, SeededArea Seeded)> areas)
    {
        var network = new
        {
            Note = "These tokens are good on this machine only.",
            Areas = areas.Select(area => new
            {
                Id = area.Cell.Area,
                area.Cell.Name,
                area.Cell.Url,
                area.Cell.Database,
                People = area.Seeded.People.Select(person => new { person.Role, person.MemberId, person.Token, person.Groups }),
            }),
        };
        var file = Path.Combine(folder.FullName, "network.json");
        // Written beside and moved, so that a script that waits for the file never reads half of it.
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(network, Pretty));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(file + ".new", file, overwrite: true);
    }
}
