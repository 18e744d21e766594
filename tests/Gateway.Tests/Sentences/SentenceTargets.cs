using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>What can be written about sentences, with a valid body.</summary>
internal sealed class SentenceTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("writing a sentence", "gatherings/{room}/sentences/{draft}", """
            { "text": "We decide together", "kind": "definition", "tableId": "{table}" }
            """,
            "", "text kind", ChecksVersion: true, FreeText: "text"),
        new("joining sentences", "gatherings/{room}/sentences/{joined}", """
            { "text": "Together, as equals", "kind": "sentence", "from": ["{first}", "{next}"] }
            """,
            "tableId", "text kind from", ChecksVersion: true, FreeText: "text"),
        new(
            "agreeing to a sentence", "gatherings/{room}/sentences/{first}/agreements/{table}",
            """{ "text": "Together", "readers": "allAreas" }""", "", "text"),
        new(
            "taking words out", "gatherings/{room}/sentences/{first}/taken-out", """{ "words": "Robin" }""", "",
            "words", FreeText: "words"),
        new("asking about sentences", "gatherings/{room}/questions/{new}", """
            {
              "kind": "vote", "text": "Which?", "options": ["Together", "As equals"],
              "sentences": ["{first}", "{next}"]
            }
            """,
            "easyText before", "kind text options", FreeText: "text easyText"),
    ];
}

/// <summary>
/// Two sentences of the coordinator's gathering that people can vote on, a draft, and one joined from both.
/// </summary>
internal sealed record SentenceGround(string First, string Second, string Draft, string Joined)
{
    public static async Task<SentenceGround> Make(RunningArea area, Scene scene, GatheringGround gatherings)
    {
        var keeper = area.Someone(scene.Coordinator.Id);
        string[] ids = [.. Enumerable.Range(0, 4).Select(_ => $"{Guid.CreateVersion7()}")];
        var ground = new SentenceGround(ids[0], ids[1], ids[2], ids[3]);
        var table = new TableId(new(gatherings.Table));
        foreach (var (id, text) in new[] { (ground.First, "Together"), (ground.Second, "As equals") })
        {
            var at = $"gatherings/{gatherings.Room}/sentences/{id}";
            var says = new WriteSentence { Text = text, Kind = SentenceKind.Sentence, TableId = table };
            (await area.Http.Put(at, keeper, says)).Is(201);
            (await area.Http.Put($"{at}/agreements/{table}", keeper, new AgreeToSentence(text))).Is(200);
            (await area.Http.Put($"{at}/voting", keeper)).Is(200);
        }
        var draft = new WriteSentence { Text = "Kindly", Kind = SentenceKind.Sentence, TableId = table };
        (await area.Http.Put($"gatherings/{gatherings.Room}/sentences/{ground.Draft}", keeper, draft)).Is(201);
        var join = RoomOfSentences.Joined(ground.First, ground.Second);
        (await area.Http.Put($"gatherings/{gatherings.Room}/sentences/{ground.Joined}", keeper, join)).Is(201);
        return ground;
    }

    public string Fill(string text)
    {
        return text
            .Replace("{first}", First, StringComparison.Ordinal)
            .Replace("{next}", Second, StringComparison.Ordinal)
            .Replace("{draft}", Draft, StringComparison.Ordinal)
            .Replace("{joined}", Joined, StringComparison.Ordinal);
    }
}
