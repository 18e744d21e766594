using Microsoft.Extensions.Logging;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Notices;

/// <summary>
/// Holds how far an area has come with its morning's work, and does it: reminding of offers that end soon, forgetting
/// who comes to gatherings whose day has passed and, page by page, ending guests' seats that are over and asking for
/// missing logs and for what groups have done.
/// </summary>
[GrainType("morning")]
internal sealed partial class MorningGrain(
    [PersistentState("morning", StorageNames.Area)] IPersistentState<Row<Morning>> stored,
    IAreaRows rows,
    IOfferRows offers,
    IGatheringRows gatherings,
    UnreadableRows unreadable,
    TimeProvider clock,
    ILogger<MorningGrain> log)
    : Grain, IMorningGrain, IRemindable
{
    private const string Reminder = "morning";
    private const int MaxAtOnce = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private Durable<Morning> Work => field ??= new(this, Key, stored, clock);

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
        await Work.Commit(work => work.Begin(clock.GetUtcNow()));
        var work = (await Work.Read()).Record;
        if (work.Day == default || work.IsDone) return;
        if (work.After is null) await BeginWith(work.Day);
        var page = await rows.Groups(work.After?.Value ?? default, MaxAtOnce);
        foreach (var row in page) await Ask(row, work.Day);
        var isLast = page.Count < MaxAtOnce;
        await Work.Commit(now => ReferenceEquals(now, work) ? now.Passed(isLast ? null : new(page[^1].Id)) : now);
        // If this call is lost, the reminder comes within the hour.
        if (!isLast) this.AsReference<IMorningGrain>().Continue().Ignore();
    }

    private async Task BeginWith(DateOnly today)
    {
        var ending = await offers.Ending(today.AddDays(1), today.AddDays(SupportOffer.DaysToRenew));
        await Each(ending, id => GrainFactory.SupportOffer(Key.Area, new(id)).RemindOfLastDay(), CannotRemind);
        await ForgetComing(today.AddDays(-GatheringFields.DaysComingIsKept));
    }

    private async Task ForgetComing(DateOnly heldBy)
    {
        var last = Guid.Empty;
        IReadOnlyList<Guid> page;
        do
        {
            page = await gatherings.ComingBy(heldBy, last, MaxAtOnce);
            await Each(page, id => GrainFactory.Tables(Key.Area, new(id)).ForgetComing(), CannotForget);
            if (page.Count > 0) last = page[^1];
        }
        while (page.Count == MaxAtOnce);
    }

    // If one fails, the others still have their turn. It has its own the next day.
    private static async Task Each(IEnumerable<Guid> ids, Func<Guid, Task> act, Action<Guid, string?> cannot)
    {
        foreach (var id in ids)
        {
            try
            {
                await act(id);
            }
            catch (Exception fault)
            {
                cannot(id, fault.GetType().FullName);
            }
        }
    }

    // A group that fails keeps no other from being asked, and is asked the next day for the same occasion.
    private async Task Ask(AreaRow row, DateOnly today)
    {
        try
        {
            var now = clock.GetUtcNow();
            var (from, to) = Asking.DaysBefore(today);
            List<Meeting> recorded = [.. unreadable.Meetings(await rows.Meetings(row.Id, from, to))];
            var ask = unreadable.Read(
                "group", row.Id, row.Payload, (Group group) => Asked(group, recorded, today, now));
            if (ask is null) return;
            if (ask.HasExpiredSeats) await GrainFactory.Guests(Key.Area, new(row.Id)).Expire();
            await Task.WhenAll(ask.Leads.Select(
                lead => GrainFactory.Notices(Key.Area, lead).AskForLogs(new(row.Id), ask.Missing, Caller.Area)));
            if (ask.CanBeAskedForPractice && await rows.HasHeld(row.Id, PracticeFields.MeetingsBeforeAsking))
                _ = await GrainFactory.GroupPractice(Key.Area, new(row.Id)).AskForPractice(Caller.Area);
        }
        catch (Exception fault)
        {
            CannotAsk(row.Id, fault.GetType().FullName);
        }
    }

    private static AskedLeads Asked(Group group, List<Meeting> recorded, DateOnly today, DateTimeOffset now)
    {
        return new(group.Standing.Leads, Asking.MissingIn(group, recorded, today), group.CanBeAskedForPractice(now))
        {
            HasExpiredSeats = group.HasExpiredSeats(now),
        };
    }

    [LoggerMessage(1204, LogLevel.Warning, "Could not ask the leads of group {Group} for missing logs: {Type}")]
    private partial void CannotAsk(Guid group, string? type);

    [LoggerMessage(1207, LogLevel.Warning, "Could not remind of offer {Offer}: {Type}")]
    private partial void CannotRemind(Guid offer, string? type);

    [LoggerMessage(1210, LogLevel.Warning, "Could not forget who comes to gathering {Gathering}: {Type}")]
    private partial void CannotForget(Guid gathering, string? type);
}
