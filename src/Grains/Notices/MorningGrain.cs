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
        await RemindOfOffers(today);
        await ForgetComing(today.AddDays(-GatheringFields.DaysComingIsKept));
    }

    // If one gathering fails, the others still forget. It has its turn the next day.
    private async Task ForgetComing(DateOnly heldBy)
    {
        var last = Guid.Empty;
        IReadOnlyList<Guid> page;
        do
        {
            page = await gatherings.ComingBy(heldBy, last, MaxAtOnce);
            foreach (var id in page)
            {
                await ForgetComing(id);
                last = id;
            }
        }
        while (page.Count == MaxAtOnce);
    }

    private async Task ForgetComing(Guid gathering)
    {
        try
        {
            await GrainFactory.Tables(Key.Area, new(gathering)).ForgetComing();
        }
        catch (Exception fault)
        {
            CannotForget(gathering, fault.GetType().FullName);
        }
    }

    // An offer that fails keeps no other from being reminded of, and has its turn the next day.
    private async Task RemindOfOffers(DateOnly today)
    {
        foreach (var id in await offers.Ending(today.AddDays(1), today.AddDays(SupportOffer.DaysToRenew)))
        {
            try
            {
                await GrainFactory.SupportOffer(Key.Area, new(id)).RemindOfLastDay();
            }
            catch (Exception fault)
            {
                CannotRemind(id, fault.GetType().FullName);
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
