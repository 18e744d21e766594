using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>Links the gatherings of several areas, over HTTP.</summary>
internal static class Linking
{
    public static readonly AskQuestion AVote = new()
    {
        Kind = QuestionKind.Vote, Text = $"Which? {RunningArea.Canary}", Options = ["Together", "As equals"],
    };

    /// <summary>The others are asked, plan their own and join.</summary>
    /// <summary>Whether leads of an area find the invitation.</summary>
    public static async Task Invite(
        string gathering, LinkedSide host, LinkedSide[] others, params int[] present)
    {
        foreach (var other in others)
        {
            (await host.Http.Put($"{gathering}/rooms/{other.Area}", host.Lead)).Is(200);
            await RunningArea.Until(async () => await Invited(gathering, other));
            await other.Gather(gathering, present.Length == 0 ? [9] : present);
            (await other.Http.Put($"{gathering}/joining", other.Lead)).Is(200);
        }
        await RunningArea.Until(async () => (await host.Http.Get($"{gathering}/rooms", host.Lead)).Is(200)
            .GetProperty("areas").EnumerateArray().All(one => one.GetProperty("state").GetString() == "joined"));
    }

    /// <summary>A vote is asked, agreed on, shared and opened at the host.</summary>
    public static async Task Share(string gathering, string question, LinkedSide host)
    {
        (await host.Http.Put(question, host.Lead, AVote)).Is(201);
        (await host.Http.Put($"{question}/sharing", host.Lead)).Refuses(409, "linked-room.cannot-be-shared");
        foreach (var keeper in new[] { host.Lead, host.Other })
            (await host.Http.Put($"{question}/readiness", keeper)).Is(200);
        (await host.Http.Put($"{question}/sharing", host.Lead)).Is(200);
        (await host.Http.Put($"{question}/opening", host.Lead)).Is(200);
        Assert.StartsWith(gathering, question, StringComparison.Ordinal);
    }

    /// <summary>Waits until the host knows that so many areas have handed in their counts.</summary>
    public static Task HaveHandedIn(string question, LinkedSide host, int areas)
    {
        var gathering = question.Split("/questions")[0];
        return RunningArea.Until(async () => (await host.Http.Get($"{gathering}/rooms", host.Lead)).Is(200)
            .GetProperty("questions")[0].GetProperty("handedIn").GetArrayLength() == areas);
    }

    public static async Task<bool> Invited(string gathering, LinkedSide side)
    {
        var asked = (await side.Http.Get("linked-rooms", side.Lead)).Is(200).GetRawText();
        return asked.Contains(gathering[^36..], StringComparison.Ordinal);
    }
}
