using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Notices;

/// <summary>The morning after a meeting, in an area whose clock is the test's.</summary>
public sealed class MissingLogTests : IAsyncLifetime
{
    private static readonly DateOnly Today = London.DayOf(RunningArea.Now).AddDays(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-missing-logs-");
    private readonly TimeSpan untilNoon = London.StartOf(Today).AddHours(12) - RunningArea.Now;
    private readonly LocalArea area;
    private readonly ApiClient http;
    private Cell cell;

    public MissingLogTests()
    {
        area = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder)
        {
            DatabaseTimeout = RunningArea.BusyTimeout,
        };
        cell = With(untilNoon);
        http = new(cell.Url);
    }

    public async ValueTask InitializeAsync() => await cell.Start(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cell.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_lead_is_asked_the_next_morning_until_each_meeting_is_logged_cancelled_or_did_not_happen()
    {
        var lead = await APerson();
        var member = await APerson();
        var group = Guid.CreateVersion7();
        var everyEvening = new GroupDescription
        {
            Name = "Tea",
            Joining = Joining.Open,
            Schedule = new()
            {
                Series = [new() { Id = "daily", Versions = [new(Today.AddDays(-2), new(19, 0), 60, "FREQ=DAILY")] }],
            },
        };
        (await http.Put($"groups/{group}", lead, everyEvening)).Is(201);
        (await http.Put($"groups/{group}/members/{member.Id}", member)).Is(201);
        await Morning();
        Assert.Empty(await Missing(lead));

        await StartAgain(untilNoon + TimeSpan.FromDays(1));
        await Morning();
        await RunningArea.Until(async () => (await Missing(lead)).Count == 3);
        Assert.Empty(await Missing(member));
        var asked = await Missing(lead);
        await Morning();
        Assert.Equal(asked, await Missing(lead));

        var days = $"from={Today.AddDays(-2):o}&to={Today:o}";
        var evenings = (await http.Get($"groups/{group}/meetings?{days}", lead)).Is(200)
            .GetProperty("items")
            .EnumerateArray()
            .Select(line => line.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(evenings.Order(), asked.Order());
        (await http.Put($"meetings/{evenings[0]}/record", lead, Log(group, -2, present: [lead.Id.Value]))).Is(201);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 2);
        (await http.Put($"meetings/{evenings[1]}/record", lead, Log(group, -1, didNotHappen: "other"))).Is(201);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 1);
        (await http.Put($"meetings/{evenings[2]}/cancellation", lead)).Is(200);
        await RunningArea.Until(async () => (await Missing(lead)).Count == 0);
    }

    private Cell With(TimeSpan offset)
    {
        return new(area, [], builder =>
        {
            RunningArea.OnABusyMachine(builder);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(new LaterClock(offset));
            // Orleans also reads the machine's clock, by which a silo has been joining, and silent, since yesterday.
            builder.Services.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.EvictWhenMaxJoinAttemptTimeExceeded = false;
                membership.IAmAliveTablePublishTimeout = TimeSpan.FromDays(30);
            });
        });
    }

    // A silo whose clock jumps while it runs takes itself for one that has long been dead.
    private async Task StartAgain(TimeSpan offset)
    {
        await cell.DisposeAsync();
        cell = With(offset);
        await cell.Start(TestContext.Current.CancellationToken);
    }

    private static object Log(Guid group, int day, Guid[]? present = null, string? didNotHappen = null)
    {
        var heldOn = Today.AddDays(day).ToString("o", null);
        return didNotHappen is null
            ? new { groupId = group, heldOn, startsAt = "19:00", present }
            : new { groupId = group, heldOn, startsAt = "19:00", didNotHappen = new { reason = didNotHappen } };
    }

    private Task Morning() => cell.Grains.Morning(cell.Area).Continue();

    private async Task<Person> APerson()
    {
        var id = new MemberId(Guid.CreateVersion7());
        RunningArea.Yes(await cell.Grains.Member(cell.Area, id)
            .Put(new() { Name = "Sam" }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, cell.Tokens.For(id, null, RunningArea.Now));
    }

    /// <summary>The meetings whose logs a person is asked for.</summary>
    private async Task<List<Guid>> Missing(Person person)
    {
        return [.. (await http.Get("members/me/notices", person)).Is(200).GetProperty("items").EnumerateArray()
            .Where(notice => notice.GetProperty("kind").GetString() == "logMissing")
            .Select(notice => notice.GetProperty("meetingId").GetGuid())];
    }

    /// <summary>The machine's clock, some time later.</summary>
    private sealed class LaterClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
    }
}
