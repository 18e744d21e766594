using PeerNet.Contracts.Power;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Power;

/// <summary>Who may do what with the roles of a group.</summary>
internal sealed class PowerAccess : IAccess
{
    public static string Rows => """
        GET    /groups/{id}/power                  members      401   403   403   200   200   403   403
        PUT    /groups/{id}/power/{holdId}         members      401   403   403   200   200   403   403
        PUT    /groups/{id}/power/{holdId}/offer   members      401   403   403   200   403   403   403
        PUT    /groups/{id}/power/{holdId}/taking  members      401   403   403   409   200   403   403
        PUT    /groups/{id}/power/{holdId}/end     members      401   403   403   200   200   403   403
        GET    /area/power                         coordinators 401   403   403   403   403   200   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups/{id}/power"] = (http, scene, by) => http.Get($"{scene.At}/power", by),
        ["PUT /groups/{id}/power/{holdId}"] = (http, scene, by) =>
            http.Put($"{scene.At}/power/{Guid.CreateVersion7()}", by, TheKey),
        ["PUT /groups/{id}/power/{holdId}/offer"] = async (http, scene, by) =>
            await http.Put($"{await scene.ARole(http)}/offer", by),
        ["PUT /groups/{id}/power/{holdId}/taking"] = async (http, scene, by) =>
            await http.Put($"{await scene.AnOfferedRole(http)}/taking", by, new TakeRole(new(Guid.CreateVersion7()))),
        ["PUT /groups/{id}/power/{holdId}/end"] = async (http, scene, by) =>
            await http.Put($"{await scene.ARole(http)}/end", by),
        ["GET /area/power"] = (http, _, by) => http.Get("area/power", by),
    };

    /// <summary>A role that somebody has held for years.</summary>
    public static HoldRole TheKey { get; } = new() { Role = GroupRole.DoorKeeper, Since = new(2019, 5, 17) };
}

/// <summary>Roles of the scene's member.</summary>
internal static class RolesInAScene
{
    /// <summary>The first role that the member has not held in this scene; nobody holds one twice at once.</summary>
    public static async Task<string> ARole(this Scene scene, ApiClient http)
    {
        var at = $"{scene.At}/power/{Guid.CreateVersion7()}";
        foreach (var role in Enum.GetValues<GroupRole>())
        {
            var said = await http.Put(at, scene.Member, PowerAccess.TheKey with { Role = role });
            if (said.Status == 200) return at;
            said.Refuses(409, "power.overlaps");
        }
        throw new InvalidOperationException("The member has held every role.");
    }

    public static async Task<string> AnOfferedRole(this Scene scene, ApiClient http)
    {
        var at = await scene.ARole(http);
        (await http.Put($"{at}/offer", scene.Member)).Is(200);
        return at;
    }
}
