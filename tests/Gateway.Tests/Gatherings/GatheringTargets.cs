using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What can be written about gatherings, with a valid body.</summary>
internal sealed class GatheringTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("planning a gathering", "gatherings/{gathering}", """
            {
              "title": "A big room", "heldOn": "{tomorrow}", "startsAt": "14:00", "minutes": 150,
              "place": "Town Hall", "needs": ["stepFree"], "groups": ["{keeping}", "{group}"],
              "previous": "{room}", "lenses": ["019a0000-0000-7000-8000-000000000005"]
            }
            """,
            "place previous", "title heldOn startsAt minutes groups", ChecksVersion: true, FreeText: "title place"),
        new(
            "cancelling a gathering", "gatherings/{gathering}/cancellation", """{ "reason": "The hall has closed" }""",
            "", "reason", FreeText: "reason"),
        new(
            "taking words out of a gathering", "gatherings/{gathering}/taken-out", """{ "words": "Robin" }""", "",
            "words", FreeText: "words"),
        new(
            "laying a table", "gatherings/{gathering}/tables/{new}", """{ "label": "otter", "present": 6 }""", "",
            "label present"),
        new("asking a question", "gatherings/{gathering}/questions/{new}", """
            {
              "kind": "vote", "text": "What is it?", "easyText": "What?", "options": ["Together", "As equals"],
              "clip": "https://clips.example.invalid/1"
            }
            """,
            "easyText clip", "kind text options", FreeText: "text easyText options"),
        new("asking a quiz again", "gatherings/{gathering}/questions/{new}", """
            { "kind": "quiz", "text": "And now?", "before": "{quiz}" }
            """,
            "before", "kind text", FreeText: "text"),
        new("asking a mirror question", "gatherings/{gathering}/questions/{new}", """
            { "kind": "mirror", "text": "Did people hear what happened next?", "mirror": "heardBack" }
            """,
            "", "kind text mirror"),
        new("asking for a step of a ladder", "gatherings/{gathering}/questions/{new}", """
            {
              "kind": "mirror", "text": "Which step of this ladder were we on, most of the time?", "mirror": "rung",
              "options": ["Equality", "Diversity", "Accessibility", "Reciprocity"],
              "lensId": "019a0000-0000-7000-8000-000000000005"
            }
            """,
            "", "kind text mirror options lensId"),
        new("entering a count", "gatherings/{room}/questions/{asked}/tallies/{new}", """
            {
              "tableId": "{table}", "present": 6, "tookPart": 6, "counts": [3, 2, 1, 0], "conditions": ["who asked"],
              "replaces": ["{quiz}"]
            }
            """,
            "", "tableId present tookPart counts", FreeText: "conditions"),
        new("making slips", "gatherings/{room}/tables/{table}/slips", """{ "count": 2 }""", "", "count"),
        new("changing a code", "gatherings/{room}/tables/{table}/code", """{ "number": 2 }""", "", "number"),
        new(
            "answering with a slip", "gatherings/{room}/questions/{asked}/slips",
            """{ "code": "{slip}", "choices": ["yes"] }""", "", "code choices"),
    ];
}

/// <summary>A gathering that the coordinator keeps and prepares, and one that is open and asks a quiz.</summary>
internal sealed record GatheringGround(
    string Gathering, string Keeping, string Quiz, string Room, string Asked, string Table)
{
    private string Slip { get; init; } = "";

    public static async Task<GatheringGround> Make(RunningArea area, Scene scene)
    {
        var http = area.Http;
        // Whoever founds a group as a coordinator does not lead it.
        var keeper = area.Someone(scene.Coordinator.Id);
        var keeping = await scene.ASecondGroup(http, keeper);
        var ids = Enumerable.Range(0, 5).Select(_ => $"{Guid.CreateVersion7()}").ToArray();
        var ground = new GatheringGround(ids[0], $"{keeping}", ids[1], ids[2], ids[3], ids[4]);
        foreach (var (gathering, question) in new[] { (ground.Gathering, ground.Quiz), (ground.Room, ground.Asked) })
        {
            var at = $"gatherings/{gathering}";
            (await http.Put(at, keeper, GatheringAccess.APlan(keeping, scene.Group))).Is(201);
            (await http.Put($"{at}/keepers/{scene.Group}", scene.Lead)).Is(200);
            (await http.Put($"{at}/questions/{question}", keeper, AQuiz)).Is(201);
        }
        var room = $"gatherings/{ground.Room}";
        (await http.Put($"{room}/tables/{ground.Table}", keeper, new LayTable(Animal.Hare, 8))).Is(201);
        (await http.Put($"{room}/opening", keeper)).Is(200);
        foreach (var by in new[] { keeper, scene.Lead })
            (await http.Put($"{room}/questions/{ground.Asked}/readiness", by)).Is(200);
        (await http.Put($"{room}/questions/{ground.Asked}/opening", keeper)).Is(200);
        (await http.Put($"{room}/tables/{ground.Table}/slips", keeper, new MakeSlips(1))).Is(200);
        var paper = (await http.Get($"{room}/paper", keeper)).Is(200);
        return ground with { Slip = paper.GetProperty("tables")[0].GetProperty("slips")[0].GetString()! };
    }

    public string Fill(string text)
    {
        return text
            .Replace("{gathering}", Gathering, StringComparison.Ordinal)
            .Replace("{keeping}", Keeping, StringComparison.Ordinal)
            .Replace("{quiz}", Quiz, StringComparison.Ordinal)
            .Replace("{room}", Room, StringComparison.Ordinal)
            .Replace("{asked}", Asked, StringComparison.Ordinal)
            .Replace("{slip}", Slip, StringComparison.Ordinal)
            .Replace("{table}", Table, StringComparison.Ordinal);
    }

    private static AskQuestion AQuiz => new() { Kind = QuestionKind.Quiz, Text = RunningArea.Canary };
}
