using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>What can be written about next steps, with a valid body.</summary>
internal sealed class NextStepTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("writing down a step", "next-steps/{wish}", """
            {
              "text": "Ask for a bus stop", "layer": "system", "ownerId": "{keeping}", "dueOn": "{tomorrow}",
              "cost": "time", "groupId": "{keeping}", "gatheringId": "{room}", "for": ["{group}"],
              "readers": "allAreas"
            }
            """,
            "ownerId gatheringId", "text layer dueOn cost groupId for", ChecksVersion: true, FreeText: "text"),
        new("taking on a step", "next-steps/{wanted}/owner", """{ "groupId": "{keeping}" }""", "", "groupId"),
        new(
            "telling news", "next-steps/{step}/news/{new}",
            """{ "groupId": "{keeping}", "text": "Somebody looked at the road" }""", "", "groupId text",
            FreeText: "text"),
        new("saying no to a step", "next-steps/{put}/declined", """{ "reason": "It is not ours" }""", "", "reason",
            FreeText: "reason", IsByRole: true),
        new("telling news as a role", "next-steps/{ofRole}/role-news/{new}", """{ "text": "We measured it" }""", "",
            "text", FreeText: "text", IsByRole: true),
        new("saying that a step was kept", "next-steps/{done}/kept", """{ "groupId": "{keeping}" }""", "", "groupId"),
        new(
            "taking words out of a step", "next-steps/{step}/taken-out", """{ "words": "Robin" }""", "", "words",
            FreeText: "words"),
        new(
            "dropping a step", "next-steps/{dropping}/dropped", """{ "reason": "The hall moves" }""", "", "reason",
            FreeText: "reason"),
    ];
}

/// <summary>
/// Two wishes of the coordinator's group, two steps that it has taken on, one that the scene's group has done for it,
/// one that is put to a role and one that the role has taken on.
/// </summary>
internal sealed record NextStepGround(
    string Wish, string Wanted, string Open, string Dropping, string Done, string Put, string OfRole)
{
    public static async Task<NextStepGround> Make(
        RunningArea area, Scene scene, GatheringGround gatherings, BarrierGround roles)
    {
        var http = area.Http;
        var coordinator = area.Someone(scene.Coordinator.Id);
        var keeping = new GroupId(new(gatherings.Keeping));
        var ids = Enumerable.Range(0, 7).Select(_ => $"{Guid.CreateVersion7()}").ToArray();
        foreach (var id in ids[..4])
            (await http.Put($"next-steps/{id}", coordinator, StepsInAScene.AStep(keeping, scene.Group))).Is(201);
        foreach (var id in ids[2..4])
            (await http.Put($"next-steps/{id}/owner", coordinator, new TakeOnNextStep(keeping))).Is(200);
        var done = $"next-steps/{ids[4]}";
        (await http.Put(done, scene.Lead, StepsInAScene.AStep(scene.Group, keeping))).Is(201);
        (await http.Put($"{done}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        (await http.Put($"{done}/done", scene.Lead)).Is(200);
        var asked = StepsInAScene.AStep(keeping, scene.Group) with { OwnerRoleId = new(new(roles.Role)) };
        foreach (var id in ids[5..]) (await http.Put($"next-steps/{id}", coordinator, asked)).Is(201);
        (await http.Put($"next-steps/{ids[6]}/role-owner", roles.Holder)).Is(200);
        return new(ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6]);
    }

    public string Fill(string text)
    {
        return text
            .Replace("{wish}", Wish, StringComparison.Ordinal)
            .Replace("{wanted}", Wanted, StringComparison.Ordinal)
            .Replace("{step}", Open, StringComparison.Ordinal)
            .Replace("{dropping}", Dropping, StringComparison.Ordinal)
            .Replace("{done}", Done, StringComparison.Ordinal)
            .Replace("{put}", Put, StringComparison.Ordinal)
            .Replace("{ofRole}", OfRole, StringComparison.Ordinal);
    }
}
