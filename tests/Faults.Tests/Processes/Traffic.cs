using System.Collections.Concurrent;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// A lead who logs meetings in a steady stream, whether or not earlier ones are answered, and sends nothing twice, so
/// that every answer is seen as it is.
/// </summary>
internal sealed class Traffic
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(80);

    private readonly AreaUnderTest area;
    private readonly GroupId group = new(Guid.CreateVersion7());
    private readonly MemberId lead = new(Guid.CreateVersion7());
    private readonly ConcurrentQueue<Seen> seen = new();
    private volatile bool enough;
    private Task running = Task.CompletedTask;

    private Traffic(AreaUnderTest area) => this.area = area;

    /// <summary>Founds a group and starts to write.</summary>
    public static async Task<Traffic> Begin(AreaUnderTest area)
    {
        var traffic = new Traffic(area);
        await area.As(traffic.lead)
            .Insist(HttpMethod.Put, $"/api/v1/members/{traffic.lead}", new MemberProfile { Name = "Someone" });
        await area.As(traffic.lead)
            .Insist(HttpMethod.Put, $"/api/v1/groups/{traffic.group}", new GroupDescription { Name = "A group" });
        traffic.running = traffic.Send();
        await traffic.Answered(30);
        return traffic;
    }

    /// <summary>The answers so far.</summary>
    public IReadOnlyCollection<Seen> Answers => seen;

    /// <summary>The instant, by the same clock as the answers.</summary>
    public static TimeSpan Now => TimeProvider.System.GetElapsedTime(0);

    /// <summary>Waits for that many more yeses in a row.</summary>
    public Task Answered(int more)
    {
        var from = Now;
        return Until.True($"{more} requests in a row are answered with yes", 60, () =>
            Task.FromResult(seen.Where(one => one.Sent > from)
                .Reverse()
                .TakeWhile(one => one.Answer.Acknowledged)
                .Count() >= more));
    }

    /// <summary>Stops and waits for what is under way.</summary>
    public async Task<IReadOnlyCollection<Seen>> End()
    {
        enough = true;
        await running;
        return seen;
    }

    /// <summary>
    /// How long after an instant the last request was sent that failed: from then on the area serves.
    /// </summary>
    public TimeSpan ServedAgain(TimeSpan since)
    {
        return seen.Where(one => !one.Answer.Acknowledged && one.Sent + one.Answer.Took > since)
            .Select(one => one.Sent - since)
            .Append(TimeSpan.Zero)
            .Max();
    }

    // Sent at fixed times: a client that waited for each response would send nothing during an outage.
    private async Task Send()
    {
        var sent = new List<Task>();
        using var clock = new PeriodicTimer(Pace);
        while (!enough && await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            sent.Add(LogAMeeting());
        await Task.WhenAll(sent);
    }

    private int starts;

    private TimeOnly NextStart() => Diary.Start(Interlocked.Increment(ref starts));

    // A new meeting each time, because placing it on a silo is what a lost silo disturbs.
    private async Task LogAMeeting()
    {
        var sender = area.As(lead);
        var path = $"/api/v1/meetings/{Guid.CreateVersion7()}";
        var today = Diary.Today;
        var log =
            new RecordMeeting { GroupId = group, HeldOn = today.AddDays(-1), StartsAt = NextStart(), Present = [lead] };
        var answer = await See(sender, HttpMethod.Put, $"{path}/record", log);
        if (answer.Acknowledged) await See(sender, HttpMethod.Get, path);
    }

    private async Task<Answer> See(Sender sender, HttpMethod method, string path, object? body = null)
    {
        var sent = Now;
        var answer = await sender.Once(method, path, body);
        seen.Enqueue(new(sent, answer));
        return answer;
    }

    /// <summary>An answer, and when its request was sent.</summary>
    internal sealed record Seen(TimeSpan Sent, Answer Answer);
}
