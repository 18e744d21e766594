using System.Text.Json;
using PeerNet.Bench.Load;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Members;

namespace PeerNet.Bench.Reading;

/// <summary>What is asked of both servers, and what of the answers must be the same.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Path">Its address.</param>
/// <param name="Callers">Who asks, as headers.</param>
/// <param name="Shared">The part of an answer that both give.</param>
internal sealed record Question(string Name, string Path, IReadOnlyList<string> Callers, Func<byte[], string> Shared)
{
    private const int MaxAttempts = 10;

    /// <summary>The three questions, with many people who ask for their home.</summary>
    public static IReadOnlyList<Question> Of(string coordinator, IReadOnlyList<string> people) =>
    [
        new("growth", "/api/v1/growth", [coordinator], body => Json(Counted(Read<GrowthDetails>(body)))),
        new("overview", "/api/v1/area/overview", [coordinator], body => Json(Read<AreaOverview>(body))),
        new("home", "/api/v1/members/me/home", people, body => Json(Read<MemberHome>(body))),
    ];

    /// <summary>Asks once, as one of the callers.</summary>
    public async Task<byte[]> Ask(Door door, string caller)
    {
        var answer = await door.Send(HttpMethod.Get, Path, caller);
        return answer.Expect(answer.Status == 200, Name).Body;
    }

    /// <summary>For growth: whether nothing has changed that the figures do not count yet.</summary>
    public async Task<bool> IsCounted(Door peernet) =>
        Read<GrowthDetails>(await AskPatiently(peernet, Callers[0])).NotCounted == 0;

    // On a busy machine a silo that has just started may need longer than a call may take.
    private async Task<byte[]> AskPatiently(Door door, string caller)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await door.Send(HttpMethod.Get, Path, caller) is { Status: 200 } answer) return answer.Body;
        }
        return await Ask(door, caller);
    }

    /// <summary>Ends the run where the servers give different answers.</summary>
    public async Task Agree(Door peernet, Door plain)
    {
        foreach (var caller in Callers.Take(20))
        {
            var ours = Shared(await AskPatiently(peernet, caller));
            var theirs = Shared(await AskPatiently(plain, caller));
            if (ours == theirs) continue;
            var place = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new InvalidDataException(
                $"{Name} differs: {Around(ours, place)} from PeerNet, {Around(theirs, place)} from plain SQL.");
        }
    }

    // What the plain tables do not count.
    private static GrowthDetails Counted(GrowthDetails growth)
    {
        return growth with
        {
            Items = [.. growth.Items.Select(one =>
                one with { Figures = Counted(one.Figures), YearBefore = Counted(one.YearBefore) })],
        };
    }

    private static Figures Counted(Figures figures)
    {
        return figures with
        {
            Groups = figures.Groups with { Quiet = 0 },
            People = figures.People with { Different = 0, Newcomers = 0, CameBack = 0, Regulars = 0 },
        };
    }

    private static string Around(string text, int place) =>
        text.Substring(Math.Max(0, place - 60), Math.Min(120, text.Length - Math.Max(0, place - 60)));

    private static T Read<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, PeerNetJson.Options)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PeerNetJson.Options);
}
