using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Lenses;

/// <summary>Who may do what with lenses.</summary>
internal sealed class LensAccess : IAccess
{
    public static string Rows => """
        GET    /lenses                          members          401   200   200   200   200   200   200
        GET    /lenses/{id}                     members          401   200   200   200   200   200   200
        PUT    /lenses/{id}                     coordinators     401   403   403   403   403   201   403
        PUT    /lenses/{id}/helped/{groupId}    members          401   403   403   403   200   403   403
        DELETE /lenses/{id}/helped/{groupId}    members          401   403   403   403   204   204   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /lenses"] = (http, _, by) => http.Get("lenses", by),
        ["GET /lenses/{id}"] = async (http, scene, by) => await http.Get(await ALens(http, scene), by),
        ["PUT /lenses/{id}"] = (http, _, by) => http.Put($"lenses/{Guid.CreateVersion7()}", by, AText),
        ["PUT /lenses/{id}/helped/{groupId}"] = async (http, scene, by) => await http.Put(
            $"{await ALens(http, scene)}/helped/{scene.Group}", by, new SayLensHelps(RunningArea.Canary)),
        ["DELETE /lenses/{id}/helped/{groupId}"] = async (http, scene, by) =>
            await http.Delete($"{await ALens(http, scene)}/helped/{scene.Group}", by),
    };

    internal static AddLens AText { get; } = new()
    {
        Name = $"A bridge {RunningArea.Canary}",
        Makers = RunningArea.Canary,
        Credit = RunningArea.Canary,
        Link = "https://bridge.example.invalid/",
        Steps = ["One bank", "The other"],
        Version = "2026",
    };

    internal static async Task<string> ALens(ApiClient http, Scene scene)
    {
        var at = $"lenses/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Coordinator, AText)).Is(201);
        return at;
    }
}
