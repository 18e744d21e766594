using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Bench.Load;

/// <summary>Makes the people and groups in PeerNet, through its API.</summary>
internal static class Seed
{
    public static async Task Fill(Door door, World world)
    {
        await Task.WhenAll(world.People.Select(person =>
            Put(door, $"/api/v1/members/{person}", world.As(person), Someone)));
        await Task.WhenAll(world.Crews.Concat(world.Hot).Select(crew => Found(door, world, crew)));
    }

    private static async Task Found(Door door, World world, Crew crew)
    {
        await Put(door, $"/api/v1/groups/{crew.Id}", world.As(crew.Lead), Description);
        foreach (var person in crew.People[1..])
            await Put(door, $"/api/v1/groups/{crew.Id}/members/{person}", world.As(person), new JoinGroup());
    }

    private static async Task Put<T>(Door door, string path, string token, T body)
    {
        var answer = await door.Send(
            HttpMethod.Put, path, token, JsonSerializer.SerializeToUtf8Bytes(body, PeerNetJson.Options));
        answer.Expect(answer.Status == 201, path);
    }

    private static MemberProfile Someone { get; } =
        new() { Name = "Someone", Consents = new() { NameToGroups = true } };

    /// <summary>A group as it might describe itself.</summary>
    public static GroupDescription Description => new()
    {
        Name = "Wednesday Evening",
        About =
            "A small group for people who live with anxiety or low mood. We drink tea, say how the week was, and "
            + "somebody always has a tip. You need not talk.",
        FirstTime =
            "Ring the bell marked Annexe. One of us comes down, shows you the kitchen and sits with you if you like.",
        Topics = ["anxiety", "depression"],
        Languages = ["en"],
        Needs = [AccessNeed.StepFree, AccessNeed.QuietSpace, AccessNeed.NearBus],
        Place = new()
        {
            Name = "Community Hall",
            Address = "1 Example Street",
            Town = "Lewes",
            Outcode = "BN7",
            Latitude = 50.8739,
            Longitude = 0.0088,
            Privacy = PlacePrivacy.AreaOnly
        },
        Schedule = new()
        {
            Series =
            [
                new()
                {
                    Id = "wednesday-evening",
                    Versions = [new(new(2026, 1, 7), new(19, 0), 90, "FREQ=WEEKLY;BYDAY=WE")],
                },
            ],
        },
        Joining = Joining.Open,
        Capacity = 60,
    };
}
