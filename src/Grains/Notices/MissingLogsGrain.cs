using Microsoft.Extensions.Logging;
using PeerNet.Contracts;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;

namespace PeerNet.Grains.Notices;

/// <summary>Holds how far an area has come with asking for logs, and does the work page by page.</summary>
[GrainType("missing-logs")]
internal sealed partial class MissingLogsGrain(
    [PersistentState("missing-logs", StorageNames.Area)] IPersistentState<Row<MissingLogs>> stored,
    IAreaRows rows,
    UnreadableRows unreadable,
    TimeProvider clock,
    ILogger<MissingLogsGrain> log)
    : Grain, IMissingLogsGrain, IRemindable
{
    private const string Reminder = "morning";
    private const int MaxAtOnce = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private Durable<MissingLogs> Logs => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    public async Task Start()
    {
        // The hour that has begun continues after a restart.
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, Interval, Interval);
        await Continue();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Continue();

    public async Task Continue()
    {
        await Logs.Commit(logs => logs.Begin(clock.GetUtcNow()));
        var logs = (await Logs.Read()).Record;
        if (logs.Day == default || logs.IsDone) return;
        var page = await rows.Groups(logs.After?.Value ?? default, MaxAtOnce);
        foreach (var row in page) await Ask(row, logs.Day);
        var isLast = page.Count < MaxAtOnce;
        await Logs.Commit(now => ReferenceEquals(now, logs) ? now.Passed(isLast ? null : new(page[^1].Id)) : now);
        // If this call is lost, the reminder comes within the hour.
        if (!isLast) this.AsReference<IMissingLogsGrain>().Continue().Ignore();
    }

    // A group that fails keeps no other from being asked, and is asked the next day for the same occasion.
    private async Task Ask(AreaRow row, DateOnly today)
    {
        try
        {
            var (from, to) = Asking.DaysBefore(today);
            List<Meeting> recorded = [.. unreadable.Meetings(await rows.Meetings(row.Id, from, to))];
            var ask = unreadable.Read("group", row.Id, row.Payload, (Group group) => Asked(group, recorded, today));
            if (ask is null) return;
            await Task.WhenAll(ask.Leads.Select(
                lead => GrainFactory.Notices(Key.Area, lead).AskForLogs(new(row.Id), ask.Missing, Caller.Area)));
        }
        catch (Exception fault)
        {
            CannotAsk(row.Id, fault.GetType().FullName);
        }
    }

    private static AskedLeads Asked(Group group, List<Meeting> recorded, DateOnly today) =>
        new(group.Standing.Leads, Asking.MissingIn(group, recorded, today));

    [LoggerMessage(1204, LogLevel.Warning, "Could not ask the leads of group {Group} for missing logs: {Type}")]
    private partial void CannotAsk(Guid group, string? type);
}
