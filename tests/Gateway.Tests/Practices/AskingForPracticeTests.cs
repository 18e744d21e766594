using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using static PeerNet.Gateway.Tests.Practices.PracticesInAScene;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>The morning after the tenth meeting, in an area whose clock is the test's.</summary>
public sealed class AskingForPracticeTests : IAsyncLifetime
{
    private static readonly DateOnly Today = London.DayOf(RunningArea.Now).AddDays(1);

    private readonly TimeSpan untilNoon = London.StartOf(Today).AddHours(12) - RunningArea.Now;
    private readonly LaterArea area;

    public AskingForPracticeTests() => area = new(untilNoon);

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task A_lead_is_asked_once_what_the_group_has_done_after_its_tenth_meeting()
    {
        var lead = await area.APerson();
        var tea = await AGroup(lead, held: 10);
        await AGroup(lead, held: 9);
        var told = await AGroup(lead, held: 10);
        var practice = $"practices/{Guid.CreateVersion7()}";
        (await area.Http.Put(practice, lead, APractice(new GroupId(told)))).Is(201);
        (await area.Http.Put($"{practice}/agreements/{told}", lead)).Is(200);
        await RunningArea.Until(async () => await Notices(lead, "practiceToAgree") is []);
        // The work of the first morning may be done already.
        await area.StartAgain(untilNoon + TimeSpan.FromDays(1));
        await area.Cell.Grains.Morning(area.Cell.Area).Continue();
        await RunningArea.Until(async () => (await Notices(lead, "practiceToTell")).Count > 0);
        Assert.Equal([tea], await Notices(lead, "practiceToTell"));
        var another = $"practices/{Guid.CreateVersion7()}";
        (await area.Http.Put(another, lead, APractice(new GroupId(tea)))).Is(201);
        (await area.Http.Put($"{another}/agreements/{tea}", lead)).Is(200);
        await RunningArea.Until(async () => (await Notices(lead, "practiceToTell")).Count == 0);
    }

    private async Task<Guid> AGroup(Person lead, int held)
    {
        var group = Guid.CreateVersion7();
        (await area.Http.Put($"groups/{group}", lead, Scene.Description)).Is(201);
        for (var day = 1; day <= held; day++)
        {
            (await area.Http.Put($"meetings/{Guid.CreateVersion7()}/record", lead, new
            {
                groupId = group, heldOn = Today.AddDays(-day).ToString("o", null), startsAt = "19:00",
                present = new[] { lead.Id.Value },
            })).Is(201);
        }
        await RunningArea.Until(async () =>
            (await area.Http.Get("members/me", lead)).Text.Contains($"{group}", StringComparison.Ordinal));
        return group;
    }

    /// <summary>The groups that a person is told about.</summary>
    private async Task<List<Guid>> Notices(Person person, string kind)
    {
        return [.. (await area.Http.Get("members/me/notices", person)).Is(200).GetProperty("items").EnumerateArray()
            .Where(notice => notice.GetProperty("kind").GetString() == kind)
            .Select(notice => notice.GetProperty("groupId").GetGuid())];
    }
}
