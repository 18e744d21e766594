using System.Text.Json;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>One area's part of a gathering: two leads with a group each, who keep it there.</summary>
internal sealed record LinkedSide(
    AreaId Area, ApiClient Http, Person Lead, Person Other, Person Member, GroupId First, GroupId Second)
{
    /// <summary>Two new leads of an area, whose own records know their groups.</summary>
    public static async Task<LinkedSide> Make(AreaId area, ApiClient http, Func<string?, Task<Person>> someone)
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => someone(null)));
        var side = new LinkedSide(
            area, http, people[0], people[1], people[2], new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
        await http.Begin(side.Lead, id: side.First);
        await http.Begin(side.Other, id: side.Second);
        return side;
    }

    /// <summary>Plans and opens the gathering here, with a table for so many people.</summary>
    public async Task Gather(string at, params int[] present)
    {
        (await Http.Put(at, Lead, GatheringAccess.APlan(First, Second))).Is(201);
        (await Http.Put($"{at}/keepers/{Second}", Other)).Is(200);
        foreach (var (place, people) in present.Index())
            (await Http.Put($"{at}/tables/{TableAt(at, place)}", Lead, new LayTable((Animal)place, people))).Is(201);
        (await Http.Put($"{at}/opening", Lead)).Is(200);
    }

    /// <summary>Waits until the gathering here has the question, and asks it.</summary>
    public async Task Ask(string question)
    {
        await RunningArea.Until(async () => (await Http.Put($"{question}/opening", Lead)).Status == 200);
    }

    /// <summary>Enters what a table counted, of as many people as took part.</summary>
    public async Task Count(string question, int table, int people, params int[] counts)
    {
        (await Http.Put($"{question}/tallies/{Guid.CreateVersion7()}", Lead, new EnterTally
        {
            TableId = TableAt(question.Split("/questions")[0], table),
            Present = people,
            TookPart = people,
            Counts = [.. counts],
        })).Is(201);
    }

    /// <summary>Closes the question and hands in the count.</summary>
    public async Task HandIn(string question)
    {
        (await Http.Put($"{question}/closing", Lead)).Is(200);
        (await Http.Put($"{question}/handing-in", Other)).Is(200);
    }

    /// <summary>What came of it in all areas, once it has come here.</summary>
    public async Task<JsonElement> Together(string question)
    {
        await RunningArea.Until(async () => (await Http.Get($"{question}/together", Member)).Status == 200);
        return (await Http.Get($"{question}/together", Member)).Is(200);
    }

    // The last sign of the gathering's own ID tells tables apart.
    private static TableId TableAt(string gathering, int place) => new(new($"{gathering[^36..^2]}{place:x2}"));
}
