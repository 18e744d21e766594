using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>Sentences of a gathering that the scene's lead and its other member keep.</summary>
internal static class SentencesInAScene
{
    /// <summary>An open gathering with so many tables.</summary>
    public static async Task<RoomOfSentences> ARoomOfSentences(this Scene scene, ApiClient http, int tables = 1)
    {
        var at = await scene.AKeptGathering(http);
        var ids = Enumerable.Range(0, tables).Select(_ => new TableId(Guid.CreateVersion7()));
        var room = new RoomOfSentences(at, [.. ids]);
        foreach (var (place, table) in room.Tables.Index())
            (await http.Put($"{at}/tables/{table}", scene.Lead, new LayTable((Animal)place, 6))).Is(201);
        (await http.Put($"{at}/opening", scene.Lead)).Is(200);
        return room;
    }

    /// <summary>A table's draft.</summary>
    public static async Task<string> ASentence(
        this Scene scene, ApiClient http, RoomOfSentences room, int table = 0, string? text = null)
    {
        var at = room.New();
        (await http.Put(at, scene.Lead, room.Says(table, text ?? $"Together {RunningArea.Canary}"))).Is(201);
        return at;
    }

    /// <summary>One that people can vote on.</summary>
    public static async Task<string> AVotableSentence(
        this Scene scene, ApiClient http, RoomOfSentences room, int table = 0, string? text = null)
    {
        var says = text ?? $"Together {RunningArea.Canary}";
        var at = await scene.ASentence(http, room, table, says);
        (await http.Put($"{at}/agreements/{room.Tables[table]}", scene.Lead, new AgreeToSentence(says))).Is(200);
        (await http.Put($"{at}/voting", scene.Lead)).Is(200);
        return at;
    }

    /// <summary>Asks the room about sentences, and lets each table count so many hands for each.</summary>
    public static async Task<string> AVoteOn(
        this Scene scene, ApiClient http, RoomOfSentences room, string[] sentences, params int[][] hands)
    {
        var at = $"{room.At}/questions/{Guid.CreateVersion7()}";
        var texts = new List<string>();
        foreach (var sentence in sentences)
        {
            var says = (await http.Get(sentence, scene.Lead)).Is(200).GetProperty("says");
            texts.Add(says.GetProperty("text").GetString()!);
        }
        var question = new RoomQuestion(room.At, at, [.. room.Tables]);
        await scene.Open(http, question, new AskQuestion
        {
            Kind = QuestionKind.Vote,
            Text = "What is it?",
            Options = [.. texts],
            Sentences = [.. sentences.Select(RoomOfSentences.IdOf)],
        });
        foreach (var (table, counts) in hands.Index())
            (await http.Put(question.Entry(table), scene.Lead, question.Hands(table, 6, [.. counts]))).Is(201);
        (await http.Put($"{at}/closing", scene.Lead)).Is(200);
        return at;
    }
}

/// <summary>An open gathering whose tables write sentences.</summary>
internal sealed record RoomOfSentences(string At, TableId[] Tables)
{
    /// <summary>An address for another sentence.</summary>
    public string New() => $"{At}/sentences/{Guid.CreateVersion7()}";

    /// <summary>What a table says.</summary>
    public WriteSentence Says(int table, string text) =>
        new() { Text = text, Kind = SentenceKind.Definition, TableId = Tables[table] };

    /// <summary>What is joined from those sentences.</summary>
    public static WriteSentence Joined(params string[] parents) =>
        new() { Text = $"As one {RunningArea.Canary}", Kind = SentenceKind.Sentence, From = [.. parents.Select(IdOf)] };

    /// <summary>The ID at the end of an address.</summary>
    public static SentenceId IdOf(string at) => new(new(at[^36..]));
}
