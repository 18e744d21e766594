using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Panels;

/// <summary>Holds one panel.</summary>
[GrainType("panel")]
internal sealed class PanelGrain(
    [PersistentState("panel", StorageNames.Area)] IPersistentState<Row<Panel>> stored, TimeProvider clock)
    : Grain, IPanelGrain
{
    private Durable<Panel> Panel => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<Result<Written<PanelDetails>>> SetUp(SetUpPanel says, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var found = await FindGroups(says, by);
        var change = await Panel.Commit(
            (panel, row) => panel.SetUp(new(Key.Id), says, found, ifMatch, row.Edition, own, Today), ifMatch.Creation);
        return change.Then(done => done.Record.SeenBy(own, done.After.Edition, Today).AsWritten(done.HasCreated));
    }

    public async Task<Result<PanelDetails>> Get(Caller by)
    {
        var row = await Panel.Read();
        return row.Record.SeenBy(await GrainFactory.StandingOf(Key.Area, by.Member), row.Edition, Today);
    }

    public async Task<Result<PanelDetails>> Agree(IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Panel.Commit((panel, row) => panel.Agree(ifMatch, row.Edition, own, Today));
        return change.Then(done => done.Record.SeenBy(own, done.After.Edition, Today));
    }

    public async Task<Result<Written<SheetDetails>>> Enter(
        Candidate candidate, EnterSheet sheet, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Panel.Commit(panel => panel.Enter(candidate, sheet, ifMatch, own, Today));
        return change.Map(done => done.Part(panel => panel.Find(candidate)?.Seen()));
    }

    public async Task<Result<SheetDetails>> GetSheet(Candidate candidate, Caller by)
    {
        var panel = (await Panel.Read()).Record;
        return panel.SheetSeenBy(candidate, await GrainFactory.StandingOf(Key.Area, by.Member), Today);
    }

    public async Task<Result<Done>> End(Caller by, IfMatch ifMatch)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return (await Panel.Commit(panel => panel.End(own, Today), ifMatch)).AsDone();
    }

    public Task Expire(DateOnly today) => Panel.Commit(panel => panel.Expire(today));

    private Task<ImmutableArray<GroupId>> FindGroups(SetUpPanel says, Caller by)
    {
        var named = says.Groups.IsDefault ? [] : says.Groups.Take(PanelFields.MaxGroups);
        return GrainFactory.FindAmong(Key.Area, named, by);
    }
}
