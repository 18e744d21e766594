using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// People write while processes are killed. Afterwards, everything acknowledged must be stored exactly once.
/// </summary>
internal sealed class Campaign(AreaUnderTest area, string name, int seed, Func<Task>? breakDatabase = null)
{
    private const int Scribes = 16;
    private static readonly int Kills = Extent.Of(usual: 4, whole: 20);

    private readonly Group group = new(area);

    /// <summary>Runs it and returns what is wrong, which should be nothing.</summary>
    public async Task<IReadOnlyList<Finding>> Run(TimeSpan atLeast)
    {
        await group.Found();
        var started = TimeProvider.System.GetTimestamp();
        var killer = new Killer(area, new(seed), breakDatabase);
        var killing = killer.Kill(Kills, atLeast);
        await Task.WhenAll(Enumerable.Range(0, Scribes).Select(place => new Scribe(area, group, new(seed + 1 + place),
            [.. group.People.Where((_, at) => at % Scribes == place)], [
                .. group.Comers.Where((_, at) => at % Scribes == place)
            ]).Write(() => killing.IsCompleted)).Append(killing));
        var took = TimeProvider.System.GetElapsedTime(started);
        // Before the many reads of the comparison.
        var tally = area.Tally;
        var sent =
            $"{tally.Requests} requests, {tally.Acknowledged} acknowledged, {tally.Retries} sent "
            + $"again, {tally.Unanswered} without an answer, slowest {tally.Slowest.TotalSeconds:0.0} s";
        var findings = await Findings();
        Figures.Write($"{name}: seed {seed}; {took.TotalSeconds:0} s; {sent}; "
            + $"{killer.Kills} kills ({killer.GatewayKills} of the Gateway), {killer.DatabaseBreaks} database "
            + $"crashes, {killer.Ended} ended by themselves; "
            + $"{group.Meetings.Count} meetings, {group.Belongs.Count} people; lost {findings.Count(
                f => f.Wrong == Wrong.Lost)}, doubled {findings.Count(f => f.Wrong == Wrong.Doubled)}");
        Assert.True(killer.Kills >= Kills, $"only {killer.Kills} kills");
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> Findings()
    {
        var lines = (await Read<MeetingLines>($"{group.Path}/meetings?from={group.Today.AddDays(
            -100):yyyy-MM-dd}&to={group.Today:yyyy-MM-dd}")).Items.ToLookup(line => line.Id);
        var findings = new List<Finding>(group.Contradictions);
        foreach (var told in group.Meetings.Values)
            findings.AddRange(Checker.Meeting(
                told, await area.Coordinator.Read<MeetingDetails>($"/api/v1/meetings/{told.Id}"), [.. lines[told.Id]]));
        findings.AddRange(Checker.Counts(group.Expected, (await Read<AreaSeen>("/api/v1/area")).Counts));
        findings.AddRange(await Belonging());
        return findings;
    }

    // A person's own record learns of it through the outbox, so the two agree in the end but not at once.
    private async Task<IReadOnlyList<Finding>> Belonging()
    {
        IReadOnlyList<Finding> findings = [];
        var started = TimeProvider.System.GetTimestamp();
        await Until.True("rosters are compared", 120, async () =>
        {
            var roster = (await Read<GroupSeen>(group.Path)).Roster;
            var own = new Dictionary<MemberId, int>();
            foreach (var person in group.Belongs.Keys)
                own[person] = (await area.As(person).Read<MemberDetails>("/api/v1/members/me"))?.Groups?.Length ?? -1;
            findings = [.. Checker.Belonging(group.Expected, [.. roster.Select(member => member.MemberId)], own)];
            return findings.Count == 0 || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(30);
        });
        return findings;
    }

    private async Task<T> Read<T>(string path) where T : class =>
        await area.Coordinator.Read<T>(path) ?? throw new InvalidOperationException($"Nothing at {path}.");

    private sealed record MeetingLines(ImmutableArray<MeetingLine> Items);

    private sealed record AreaSeen(AreaSummary Counts);

    private sealed record GroupSeen(ImmutableArray<Membership> Roster);
}
