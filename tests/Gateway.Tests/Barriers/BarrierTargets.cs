using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Gatherings;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>What can be written about barriers, limits and roles, with a valid body.</summary>
internal sealed class BarrierTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("raising a barrier", "barriers/{new}", """
            {
              "groupId": "{keeping}", "text": "We wait nine weeks", "about": "time", "layer": "organisation",
              "roleId": "{role}", "isUnrehearsed": true, "gatheringId": "{gathering}", "readers": "allAreas"
            }
            """,
            "gatheringId", "groupId text about layer roleId", FreeText: "text"),
        new("hearing a barrier", "barriers/{raised}/hearing", """{ "answerBy": "{tomorrow}" }""", "", "answerBy",
            IsByRole: true),
        new("answering a barrier", "barriers/{raised}/answers/{new}", """
            {
              "kind": "dontKnowYet", "by": "{tomorrow}", "whatICan": "Two people", "whatStopsMe": "Time",
              "whatIDontKnow": "Whether it helps"
            }
            """,
            "whatICan whatStopsMe whatIDontKnow", "kind by", FreeText: "whatICan whatStopsMe whatIDontKnow",
            IsByRole: true),
        new("saying no to a barrier", "barriers/{raised}/answers/{new}", """
            { "kind": "cannot", "limitId": "{limit}", "whatStopsMe": "The Act" }
            """,
            "", "kind limitId whatStopsMe", FreeText: "whatStopsMe", IsByRole: true),
        new("adding to an answer", "barriers/{answered}/additions/{new}", """{ "text": "The first week was good" }""",
            "", "text", FreeText: "text", IsByRole: true),
        new("saying whether it helped", "barriers/{answered}/helped/{keeping}", """
            { "answerId": "{answer}", "said": "partly" }
            """,
            "", "answerId said"),
        new("choosing who reads a barrier", "barriers/{raised}/readers", """{ "readers": "myArea" }""", "", "readers"),
        new("claiming a limit", "limits/{new}", """
            {
              "roleId": "{role}", "what": "No local link", "kind": "habit", "source": "A letter", "section": "Page 2",
              "whoseRule": "The council", "wouldHaveToChange": "How we read it"
            }
            """,
            "source section", "roleId what kind whoseRule wouldHaveToChange",
            FreeText: "what source section whoseRule wouldHaveToChange", IsByRole: true),
        new("checking a limit", "limits/{limit}/check", """{ "who": "The law centre", "how": "They read it" }""", "",
            "who how", FreeText: "who how"),
        new("disputing a limit", "limits/{limit}/disputes/{keeping}", """{ "why": "Others read it differently" }""", "",
            "why", FreeText: "why"),
        new("taking words out of a limit", "limits/{limit}/taken-out", """{ "words": "Robin" }""", "", "words",
            FreeText: "words"),
        new("changing a limit", "limits/{limit}/change", """{ "whatChanged": "A new policy" }""", "", "whatChanged",
            FreeText: "whatChanged"),
        new("naming a role", "roles/{new}", """{ "name": "Housing lead", "holderId": "{holder}" }""", "holderId",
            "name", FreeText: "name"),
    ];
}

/// <summary>Barriers of the group that the coordinator keeps, and somebody who answers for a role.</summary>
internal sealed record BarrierGround(
    Person Holder, string Role, string Limit, string Raised, string Answered, string Answer)
{
    public static async Task<BarrierGround> Make(RunningArea area, Scene scene, GatheringGround gatherings)
    {
        var http = area.Http;
        var holder = await area.APerson();
        var role = await scene.ARole(http, holder);
        var ground = new BarrierGround(holder, $"{role}", NewId(), NewId(), NewId(), NewId());
        (await http.Put($"limits/{ground.Limit}", holder, TheAct(role))).Is(201);
        var raise = scene.WeWait(role) with { GroupId = new(new(gatherings.Keeping)) };
        foreach (var barrier in new[] { ground.Raised, ground.Answered })
            (await http.Put($"barriers/{barrier}", area.Someone(scene.Coordinator.Id), raise)).Is(201);
        (await http.Put($"barriers/{ground.Answered}/answers/{ground.Answer}", holder, Can)).Is(200);
        return ground;
    }

    public string Fill(string text)
    {
        return text
            .Replace("{holder}", $"{Holder.Id}", StringComparison.Ordinal)
            .Replace("{role}", Role, StringComparison.Ordinal)
            .Replace("{limit}", Limit, StringComparison.Ordinal)
            .Replace("{raised}", Raised, StringComparison.Ordinal)
            .Replace("{answered}", Answered, StringComparison.Ordinal)
            .Replace("{answer}", Answer, StringComparison.Ordinal);
    }

    private static string NewId() => $"{Guid.CreateVersion7()}";
}
