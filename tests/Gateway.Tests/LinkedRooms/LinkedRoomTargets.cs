using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>What can be written about gatherings of several areas, with a valid body.</summary>
internal sealed class LinkedRoomTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("adding up", "gatherings/{room}/questions/{linked}/sum", """{ "without": [] }""", "", ""),
    ];
}

/// <summary>A question of the coordinator's gathering that is shared, closed and handed in.</summary>
internal sealed record LinkedRoomGround(string Linked)
{
    public static async Task<LinkedRoomGround> Make(RunningArea area, Scene scene, GatheringGround gatherings)
    {
        var keeper = area.Someone(scene.Coordinator.Id);
        var id = $"{Guid.CreateVersion7()}";
        var question = $"gatherings/{gatherings.Room}/questions/{id}";
        (await area.Http.Put($"gatherings/{gatherings.Room}/rooms/north-sussex", keeper)).Is(200);
        (await area.Http.Put(question, keeper, GatheringAccess.AVote)).Is(201);
        foreach (var by in new[] { keeper, scene.Lead }) (await area.Http.Put($"{question}/readiness", by)).Is(200);
        foreach (var step in (string[])["sharing", "opening", "closing", "handing-in"])
            (await area.Http.Put($"{question}/{step}", keeper)).Is(200);
        return new(id);
    }

    public string Fill(string text) => text.Replace("{linked}", Linked, StringComparison.Ordinal);
}
