using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Notices;

/// <summary>The morning after a meeting, in an area whose clock is the test's.</summary>
public sealed class MissingLogTests : IAsyncLifetime
{
    private static readonly DateOnly Today = London.DayOf(RunningArea.Now).AddDays(1);

    private readonly TimeSpan untilNoon = London.StartOf(Today).AddHours(12) - RunningArea.Now;
    private readonly LaterArea area;
    private readonly ApiClient http;

    public MissingLogTests()
    {
        area = new(untilNoon);
        http = area.Http;
    }

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task A_lead_is_asked_the_next_morning_until_each_meeting_is_logged_cancelled_or_did_not_happen()
    {
        var lead = await area.APerson();
        var member = await area.APerson();
        var group = Guid.CreateVersion7();
        // Those of the days before are from before PeerNet knew the group.
        var everyEvening = new GroupDescription
        {
            Name = "Tea",
            Joining = Joining.Open,
            Schedule = new() { Series = [Daily(18), Daily(19), Daily(20)] },
        };
        (await http.Put($"groups/{group}", lead, everyEvening)).Is(201);
        (await http.Put($"groups/{group}/members/{member.Id}", member)).Is(201);
        await Morning();
        Assert.Empty(await Missing(lead));

        await area.StartAgain(untilNoon + TimeSpan.FromDays(1));
        await Morning();
        await RunningArea.Until(async () => (await Missing(lead)).Count == 3);
        Assert.Empty(await Missing(member));
        var asked = await Missing(lead);
        await Morning();
        Assert.Equal(asked, await Missing(lead));

        var days = $"from={Today:o}&to={Today:o}";
        var evenings = (await http.Get($"groups/{group}/meetings?{days}", lead)).Is(200)
            .GetProperty("items")
            .EnumerateArray()
            .Select(line => line.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(evenings.Order(), asked.Order());
        (await http.Put($"meetings/{evenings[0]}/record", lead, Log(group, 18, present: [lead.Id.Value]))).Is(201);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 2);
        (await http.Put($"meetings/{evenings[1]}/record", lead, Log(group, 19, didNotHappen: "other"))).Is(201);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 1);
        (await http.Put($"meetings/{evenings[2]}/cancellation", lead)).Is(200);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 0);
    }

    private static Series Daily(int hour) =>
        new() { Id = $"at-{hour}", Versions = [new(Today.AddDays(-2), new(hour, 0), 60, "FREQ=DAILY")] };

    private static object Log(Guid group, int hour, Guid[]? present = null, string? didNotHappen = null)
    {
        var heldOn = Today.ToString("o", null);
        var startsAt = $"{hour}:00";
        return didNotHappen is null
            ? new { groupId = group, heldOn, startsAt, present }
            : new { groupId = group, heldOn, startsAt, didNotHappen = new { reason = didNotHappen } };
    }

    private Task Morning() => area.Cell.Grains.Morning(area.Cell.Area).Continue();

    /// <summary>The meetings whose logs a person is asked for.</summary>
    private async Task<List<Guid>> Missing(Person person)
    {
        return [.. (await http.Get("members/me/notices", person)).Is(200).GetProperty("items").EnumerateArray()
            .Where(notice => notice.GetProperty("kind").GetString() == "logMissing")
            .Select(notice => notice.GetProperty("meetingId").GetGuid())];
    }
}
