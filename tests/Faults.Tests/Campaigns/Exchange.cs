using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// One person of one area and a group of another: asked, answered, marked, and sometimes left again. Each step waits
/// until the other area knows of the last.
/// </summary>
internal sealed class Exchange(LinkedArea home, Sender member, LinkedArea away, Sender lead, GroupId group, int number)
{
    private const int TimeoutSeconds = 240;

    public SeatId Seat { get; } = SeatId.Random();

    public string Member => $"/api/v1/members/me/seats/{Seat}";

    private string Group => $"/api/v1/groups/{group}";

    private bool Welcome => number % 5 != 0;

    private bool Leaves => number % 7 == 0;

    public LinkedArea Home => home;

    /// <summary>Goes through it all.</summary>
    public async Task Run()
    {
        await Yes(
            member,
            HttpMethod.Put,
            Member,
            new AskForSeat { Area = new(away.Id), GroupId = group, ShownAs = $"Guest {number}", Consent = true });
        await Becomes($"{away.Id} knows that {number} asks", async () => await Standing() is "asked");
        await Yes(lead, HttpMethod.Put, $"{Group}/seats/{Seat}", new AnswerSeat(Welcome));
        await Becomes(
            $"{home.Id} knows the answer to {number}", async () => await State() == (Welcome ? "seated" : "declined"));
        if (!Welcome) return;
        var today = Diary.Today;
        await Yes(lead, HttpMethod.Put, $"/api/v1/meetings/{Guid.CreateVersion7()}/record", new RecordMeeting
        {
            GroupId = group, HeldOn = today.AddDays(-1), StartsAt = Diary.Start(number),
            Present = [new(Seat.Value)]
        });
        await Becomes($"{home.Id} knows that {number} came", async () => await Marks("present") == 1);
        if (!Leaves) return;
        await Yes(member, HttpMethod.Delete, Member, null);
        await Becomes(
            $"{away.Id} knows that {number} left",
            async () => (await Read(member, Member)).GetProperty("acknowledged").GetBoolean());
    }

    /// <summary>What the two areas say of it, where they do not agree; null where they do.</summary>
    public async Task<string?> Disagreement()
    {
        var here = await State();
        var there = await Standing();
        var came = await Marks("present");
        var expected = Expected();
        return (here, there, came) == expected
            ? null
            : $"{number}: at home {here}, there {there ?? "nothing"}, came {came} times; expected {expected}";
    }

    private (string Here, string? There, int Came) Expected()
    {
        if (!Welcome) return ("declined", null, 0);
        return Leaves ? ("ended", null, 1) : ("seated", "seated", 1);
    }

    // Many wait at once, and asking must not be all that the areas do.
    private static Task<TimeSpan> Becomes(string what, Func<Task<bool>> so) =>
        Until.True(what, TimeoutSeconds, so, everyMilliseconds: 500);

    private async Task<string> State() => (await Read(member, Member)).GetProperty("state").GetString()!;

    // Each later meeting of the group has the guest on its roster too, but nothing is recorded about them there.
    private async Task<int> Marks(string mark)
    {
        return (await Read(member, Member)).GetProperty("attendance")
            .EnumerateArray()
            .Count(line => line.GetProperty("mark").GetString() == mark);
    }

    private async Task<string?> Standing()
    {
        return (await Read(lead, Group)).TryGetProperty("seats", out var seats)
            ? seats.EnumerateArray()
                .Where(seat => seat.GetProperty("id").GetGuid() == Seat.Value)
                .Select(seat => seat.GetProperty("state").GetString())
                .SingleOrDefault()
            : null;
    }

    private static async Task<JsonElement> Read(Sender who, string path) =>
        (await Yes(who, HttpMethod.Get, path, null)).As<JsonElement>();

    private static async Task<Answer> Yes(Sender who, HttpMethod method, string path, object? body)
    {
        var answer = await who.Insist(method, path, body);
        Assert.True(answer.Acknowledged, $"{method} {path}: {answer.Status} {answer.Body}");
        return answer;
    }
}
