using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Gatherings of the scene's group and of one that its other member leads.</summary>
internal static class GatheringsInAScene
{
    /// <summary>What a second group is called, as the scene's is not.</summary>
    public static string SecondName { get; } = $"Second {Scene.Description.Name}";

    /// <summary>A group of the scene's other member, or of somebody else, whose own record knows it.</summary>
    public static Task<GroupId> ASecondGroup(this Scene scene, ApiClient http, Person? lead = null) =>
        http.Begin(lead ?? scene.Other, Scene.Description with { Name = SecondName });

    /// <summary>One that the scene's lead has planned, for a group that nobody leads if none is given.</summary>
    public static async Task<string> AGathering(
        this Scene scene, ApiClient http, GroupId? second = null, GatheringId? id = null)
    {
        var at = $"gatherings/{id?.Value ?? Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(scene.Group, second ?? new(Guid.CreateVersion7()));
        (await http.Put(at, scene.Lead, plan)).Is(201);
        return at;
    }

    /// <summary>The same, kept by the scene's other member too.</summary>
    public static async Task<string> AKeptGathering(this Scene scene, ApiClient http, GatheringId? id = null)
    {
        var second = await scene.ASecondGroup(http);
        var at = await scene.AGathering(http, second, id);
        (await http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        return at;
    }

    /// <summary>One that the scene's other member has planned together with the scene's group.</summary>
    public static async Task<string> AGatheringOfAnother(this Scene scene, ApiClient http)
    {
        var at = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(await scene.ASecondGroup(http), scene.Group);
        (await http.Put(at, scene.Other, plan)).Is(201);
        return at;
    }

    /// <summary>A draft in a gathering with two keepers.</summary>
    public static async Task<string> ADraft(this Scene scene, ApiClient http, AskQuestion? asks = null)
    {
        var at = $"{await scene.AKeptGathering(http)}/questions/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Lead, asks ?? GatheringAccess.AVote)).Is(201);
        return at;
    }

    /// <summary>An open question to tables of six, or of as many as are given.</summary>
    public static async Task<RoomQuestion> AQuestion(
        this Scene scene, ApiClient http, AskQuestion? asks = null, params int[] present)
    {
        var gathering = await scene.AKeptGathering(http);
        var question = new RoomQuestion(
            gathering,
            $"{gathering}/questions/{Guid.CreateVersion7()}",
            [.. (present.Length == 0 ? [6] : present).Select(_ => new TableId(Guid.CreateVersion7()))]);
        foreach (var (place, table) in question.Tables.Index())
        {
            var lay = new LayTable((Animal)place, present.ElementAtOrDefault(place) is > 0 and var people ? people : 6);
            (await http.Put($"{gathering}/tables/{table}", scene.Lead, lay)).Is(201);
        }
        (await http.Put($"{gathering}/opening", scene.Lead)).Is(200);
        await scene.Open(http, question, asks ?? GatheringAccess.AVote);
        return question;
    }

    /// <summary>The codes of slips that a keeper has made for a table.</summary>
    public static async Task<string[]> Slips(
        this Scene scene, ApiClient http, RoomQuestion question, int table, int count)
    {
        var slips = $"{question.Gathering}/tables/{question.Tables[table]}/slips";
        (await http.Put(slips, scene.Lead, new MakeSlips(count))).Is(200);
        var paper = (await http.Get($"{question.Gathering}/paper", scene.Lead)).Is(200);
        return [.. paper.GetProperty("tables")[table].GetProperty("slips").EnumerateArray()
            .Select(slip => slip.GetString()!)];
    }

    /// <summary>Asks a question of a gathering and opens it.</summary>
    public static async Task Open(this Scene scene, ApiClient http, RoomQuestion question, AskQuestion asks)
    {
        (await http.Put(question.At, scene.Lead, asks)).Is(201);
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await http.Put($"{question.At}/readiness", keeper)).Is(200);
        (await http.Put($"{question.At}/opening", scene.Lead)).Is(200);
    }
}

/// <summary>A question to a room.</summary>
internal sealed record RoomQuestion(string Gathering, string At, ImmutableArray<TableId> Tables)
{
    /// <summary>Another question to the same tables, to be asked.</summary>
    public RoomQuestion Another() => this with { At = $"{At[..^36]}{Guid.CreateVersion7()}" };

    /// <summary>What the table of that place counted; everybody who was there took part.</summary>
    public EnterTally Hands(int table, int present, params ImmutableArray<int> counts) =>
        new() { TableId = Tables[table], Present = present, TookPart = present, Counts = counts };

    /// <summary>Where an entry of that number is.</summary>
    public string Entry(int number) => $"{At}/tallies/{IdOf(number)}";

    /// <summary>The ID of that entry.</summary>
    public TallyId IdOf(int number) => new(new($"{At[^36..^12]}{number:x12}"));
}
