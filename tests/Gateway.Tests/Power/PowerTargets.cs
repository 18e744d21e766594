using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Power;

/// <summary>What can be said of a role, with a valid body.</summary>
internal sealed class PowerTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new(
            "holding a role", "groups/{keeping}/power/{new}",
            """{ "role": "money", "since": "{yesterday}", "sharedWith": 1 }""", "", "role since"),
        new("taking a role", "groups/{keeping}/power/{offered}/taking", """{ "holdId": "{new}" }""", "", "holdId"),
    ];
}

/// <summary>A role in the coordinator's group, which the scene's lead offers there.</summary>
internal sealed record PowerGround(string Offered)
{
    public static async Task<PowerGround> Make(RunningArea area, Scene scene, GatheringGround gatherings)
    {
        var coordinator = area.Someone(scene.Coordinator.Id);
        var group = $"groups/{gatherings.Keeping}";
        (await area.Http.Put($"{group}/members/{scene.Lead.Id}", coordinator, new JoinGroup())).Is(201);
        (await area.Http.Put($"{group}/members/{scene.Lead.Id}", scene.Lead, new JoinGroup())).Is(200);
        var id = $"{Guid.CreateVersion7()}";
        (await area.Http.Put($"{group}/power/{id}", scene.Lead, PowerAccess.TheKey)).Is(200);
        (await area.Http.Put($"{group}/power/{id}/offer", scene.Lead)).Is(200);
        return new(id);
    }

    public string Fill(string text) => text.Replace("{offered}", Offered, StringComparison.Ordinal);
}
