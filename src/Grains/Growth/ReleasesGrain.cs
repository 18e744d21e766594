using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Link;

namespace PeerNet.Grains.Growth;

/// <summary>Holds what an area has released, and releases the next month once it is due.</summary>
[GrainType("releases")]
internal sealed partial class ReleasesGrain(
    [PersistentState("releases", StorageNames.Area)] IPersistentState<Row<Releases>> stored,
    IAreaRows rows,
    IGrowthRows growth,
    ILinkRows links,
    UnreadableRows unreadable,
    IOptions<ReleaseOptions> options,
    TimeProvider clock,
    ILogger<ReleasesGrain> log)
    : Grain, IReleasesGrain, IRemindable
{
    private const string Reminder = "release";
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Neighbours ask every few seconds for what changes once a month. After a restart it is entered again, in vain.
    private readonly Dictionary<AreaId, int> entered = [], acknowledged = [];

    private Durable<Releases> Releases => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    public async Task Start(DateOnly from)
    {
        // The hour that has begun continues after a restart.
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, Interval, Interval);
        await Releases.Commit(releases => releases.Begin(from));
        await Continue();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Continue();

    public async Task Continue()
    {
        var releases = (await Releases.Read()).Record;
        if (releases.Due(clock.GetUtcNow()) is not { } month) return;
        if (await new MonthRecords(rows, unreadable).Count(month) is not { } counted)
        {
            CannotRelease(Key.Area.Value, month);
            return;
        }
        var known = await Known(releases);
        var rule = new DisclosureRule(options.Value.Terms);
        await Releases.Commit(latest => latest.Release(counted, rule, known, clock.GetUtcNow()));
        // If this call is lost, the reminder comes within the hour.
        this.AsReference<IReleasesGrain>().Continue().Ignore();
    }

    public async Task<Result<ReleasePreview>> Preview(Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        var month = (await Releases.Read()).Record.Upcoming(clock.GetUtcNow());
        var counted = await new MonthRecords(rows, unreadable).Count(month);
        return Growth.Releases.Preview(month, counted?.Month, new(options.Value.Terms));
    }

    public async Task<ReleasesDetails> List()
    {
        var row = await Releases.Read();
        return new(row.Version, Key.Area, [.. row.Record.Months.Select(one => one.Released)]);
    }

    public async Task<Result<ReleasesDetails>> Send(AreaId to)
    {
        if ((await GrainFactory.Border(Key.Area).GetClosed()).Contains(to)) return LinkRefusals.BorderClosed;
        var releases = await List();
        if (entered.GetValueOrDefault(to) == releases.Version) return releases;
        var now = clock.GetUtcNow();
        await links.Enter([.. releases.Items.Select(month => Leaving.Figures(to, month, now))]);
        entered[to] = releases.Version;
        return releases;
    }

    public async Task Acknowledge(AreaId from, int version)
    {
        if (acknowledged.GetValueOrDefault(from) == version) return;
        var releases = await List();
        if (releases.Version != version) return;
        foreach (var month in releases.Items)
            await links.Acknowledge(Leaving.OperationOf(from, month), null, clock.GetUtcNow());
        acknowledged[from] = version;
    }

    private async Task<IReadOnlyDictionary<DateOnly, MonthTotals>> Known(Releases releases)
    {
        if (releases.Months.IsEmpty) return new Dictionary<DateOnly, MonthTotals>();
        var first = releases.Months[0].Released.StartsOn;
        var last = releases.Months[^1].Released.StartsOn;
        var figures = await growth.Read(GrowthScope.Area, GrowthBy.Month, first, last);
        return figures.ToDictionary(one => one.Key, one => MonthTotals.Of(one.Value));
    }

    [LoggerMessage(
        1205, LogLevel.Warning, "Could not release the month of {Area} that starts on {Month}: a row cannot be read")]
    private partial void CannotRelease(string area, DateOnly month);
}
