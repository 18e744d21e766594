using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Members;
using PeerNet.Grains.NextSteps;

namespace PeerNet.Grains.Gatherings;

/// <summary>Holds one gathering, with its tables, its questions and what was counted.</summary>
[GrainType("gathering")]
internal sealed partial class GatheringGrain(
    [PersistentState("gathering", StorageNames.Area)] IPersistentState<Row<Gathering>> stored, IPaperKeys keys,
    IOptions<ReleaseOptions> options, TimeProvider clock)
    : Grain, IGatheringGrain, ITablesGrain, IQuestionsGrain, IPaperGrain, IRoomGrain, IResultsGrain, IMessageSender,
    IMessageReceiver
{
    private const int MaxBefore = 10;

    private Durable<Gathering> Gathering => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => London.DayOf(Now);

    private DisclosureRule Rule => new(options.Value.Terms);

    public async Task<Result<Written<GatheringDetails>>> Put(PlanGathering plan, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var previous = await GroupsOf(plan.Previous);
        var row = await Gathering.Read();
        // Whoever may not plan it does not keep anybody from changing a lens.
        var isRefused = Planned(row.Record, row.Edition, hasLenses: true).Refused(out _, out _);
        if (!isRefused && row.Record.Plan is null && !await HasGroups(plan.Groups, own))
            return GatheringRefusals.Invalid("groups", "Use groups of this area.");
        var hasLenses = await HasLenses(plan, use: !isRefused, by);
        var change = await Gathering.CommitHeld(
            GrainFactory,
            Key,
            by,
            (gathering, row) => Planned(gathering, row.Edition, hasLenses),
            ifMatch.Creation);
        if (change.Refused(out var refusal, out var done)) return refusal;
        var planned = await Followed(done.Record.SeenBy(by, done.After.Edition));
        return planned.AsWritten(done.HasCreated);

        Next<Gathering> Planned(Gathering gathering, int edition, bool hasLenses) =>
            gathering.Put(new(Key.Id), plan, previous, ifMatch, edition, own, by, Now, hasLenses);
    }

    public async Task<Result<GatheringDetails>> Get(Caller by)
    {
        var row = await Gathering.Read();
        var unfinished = await UnfinishedOf(row.Record.Plan?.Previous);
        return row.Record.SeenBy(by, row.Edition).Map(details => details with { Unfinished = unfinished });
    }

    public async Task<ImmutableArray<GroupId>> GetGroups() => (await Gathering.Read()).Record.Plan?.Groups ?? [];

    public async Task<Result<GatheringDetails>> Keep(GroupId group, Caller by, IfMatch ifMatch)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var present = await GrainFactory.StandingOf(Key.Area, Gathering.Latest.KeeperOf(group));
        return Details(by, await Gathering.CommitHeld(
            GrainFactory, Key, by, (gathering, _) => gathering.Keep(group, own, present, by), ifMatch));
    }

    public async Task<Result<Done>> GiveUp(GroupId group, Caller by, IfMatch ifMatch)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Gathering.Commit(gathering => gathering.GiveUp(group, own, by), ifMatch);
        return change.AsDone();
    }

    public async Task<Result<GatheringDetails>> Open(Caller by, IfMatch ifMatch) =>
        Details(by, await Gathering.Commit(gathering => gathering.Open(by), ifMatch));

    public async Task<Result<GatheringDetails>> Close(Caller by, IfMatch ifMatch)
    {
        var slips = await SlipKeys();
        var closed = Details(by, await Gathering.Commit(
            gathering => gathering.Close(by, Now, slips).Then(over => over.Release(Rule)), ifMatch));
        await TidyKeys();
        return closed;
    }

    public async Task<Result<GatheringDetails>> Cancel(CancelGathering cancel, Caller by, IfMatch ifMatch) =>
        await Followed(Details(by, await Gathering.Commit(gathering => gathering.Cancel(cancel, by), ifMatch)));

    public async Task<Result<GatheringDetails>> SayComing(
        GroupId group, PeopleComing coming, Caller by, IfMatch ifMatch) =>
        Details(by, await Gathering.Commit(gathering => gathering.SayComing(group, coming, by, Today), ifMatch));

    public Task ForgetComing() => Gathering.Commit(gathering => gathering.ForgetComing(Today));

    public async Task<Result<GatheringDetails>> TakeOut(TakeOutWords takeOut, Caller by, IfMatch ifMatch) =>
        await Followed(Details(by, await Gathering.Commit(gathering => gathering.TakeOut(takeOut, by), ifMatch)));

    public async Task<Result<Written<TableDetails>>> Lay(TableId table, LayTable lay, Caller by)
    {
        var change = await Gathering.Commit(gathering => gathering.Lay(table, lay, by));
        return change.Map(done => done.Part(gathering => gathering.Find(table)?.Seen(isKeeper: true)));
    }

    public async Task<Result<Done>> TakeAway(TableId table, Caller by)
    {
        var said = await GrainFactory.Sentences(Key.Area, new(Key.Id)).ListTables();
        return (await Gathering.Commit(gathering => gathering.TakeAway(table, said, by))).AsDone();
    }

    public Task<Result<Done>> Receive(Message message) => Gathering.Receive(message);

    public Task Deliver() => Gathering.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Gathering.Settle(delivery);

    private static Result<GatheringDetails> Details(Caller by, Result<Change<Gathering>> change) =>
        change.Then(done => done.Record.SeenBy(by, done.After.Edition));

    // A step stays on the first page until it is finished, however many afternoons ago it was written down.
    private async Task<ImmutableArray<NextStepDetails>> UnfinishedOf(GatheringId? previous)
    {
        var before = new List<GatheringId>();
        var seen = new HashSet<GatheringId>([new(Key.Id)]);
        while (previous is { } id && seen.Add(id) && before.Count < MaxBefore)
        {
            before.Add(id);
            previous = await GrainFactory.Room(Key.Area, id).GetPrevious();
        }
        var steps = await Task.WhenAll(before.Select(id => GrainFactory.NextSteps(Key.Area).ListUnfinished(id)));
        return StepOrder.Of(steps.SelectMany(of => of));
    }

    // One that nobody has described yet has nothing to lie on a table.
    private async Task<bool> HasLenses(PlanGathering plan, bool use, Caller by)
    {
        var named = plan.Lenses.IsDefault ? [] : plan.Lenses.Take(GatheringFields.MaxLenses);
        foreach (var lens in named.Select(id => GrainFactory.Lens(Key.Area, id)))
        {
            if ((await lens.Get(by)).Refused(out _, out var found) || found.Lens.Steps.IsEmpty) return false;
            if (use && (await lens.Use()).Refused(out _, out _)) return false;
        }
        return true;
    }

    // A lead's own group is there, and they know whom they ask. A coordinator who mistypes both would wait for nobody.
    private async Task<bool> HasGroups(ImmutableArray<GroupId> groups, MemberStanding own)
    {
        if (own.Leads.Contains(groups[0])) return true;
        var standings = groups.Select(group => GrainFactory.Group(Key.Area, group).GetStanding());
        return (await Task.WhenAll(standings)).All(group => group.Exists);
    }

    private async Task<ImmutableArray<GroupId>> GroupsOf(GatheringId? previous) =>
        previous is { } id ? await GrainFactory.Gathering(Key.Area, id).GetGroups() : [];
}
