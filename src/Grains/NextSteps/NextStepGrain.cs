using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.NextSteps;

/// <summary>Holds one next step.</summary>
[GrainType("next-step")]
internal sealed class NextStepGrain(
    [PersistentState("next-step", StorageNames.Area)] IPersistentState<Row<NextStep>> stored, TimeProvider clock)
    : Grain, INextStepGrain
{
    private Durable<NextStep> Step => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<NextStepDetails>>> Write(WriteNextStep says, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var groups = new NamedGroups(await FindGroups(says, by), await GroupsOf(says.GatheringId));
        var change = await Step.Commit(
            (step, row) => step.Write(new(Key.Id), says, groups, ifMatch, row.Edition, own, Now), ifMatch.Creation);
        return change.Then(done => done.Record.SeenBy(by, own, done.After.Edition, Now).AsWritten(done.HasCreated));
    }

    public async Task<Result<NextStepDetails>> Get(Caller by)
    {
        var row = await Step.Read();
        return row.Record.SeenBy(by, await GrainFactory.StandingOf(Key.Area, by.Member), row.Edition, Now);
    }

    public async Task<Result<NextStepDetails>> TakeOn(TakeOnNextStep takeOn, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Step.Commit(
            (step, row) => step.TakeOn(takeOn.GroupId, own, Now, ifMatch, row.Edition), ifMatch.Creation);
        return change.Then(done => done.Record.SeenBy(by, own, done.After.Edition, Now));
    }

    public async Task<Result<Written<NextStepDetails>>> Tell(
        NewsId news, TellNews tell, Caller by, IfMatch ifMatch)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var condition = ifMatch.OfPart(Step.Latest.Entries.Any(entry => entry.NewsId == news));
        var change = await Step.Commit(step => step.Tell(news, tell, own, Now), condition);
        return change.Then(done => done.Record.SeenBy(by, own, done.After.Edition, Now).AsWritten(done.HasChanged));
    }

    public Task<Result<NextStepDetails>> SayDone(Caller by, IfMatch ifMatch) =>
        Commit(by, (step, own) => step.SayDone(own, Now), ifMatch);

    public Task<Result<NextStepDetails>> Keep(KeepNextStep keep, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, own) => step.Keep(keep.GroupId, own, Now), ifMatch);

    public Task<Result<NextStepDetails>> Drop(DropNextStep drop, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, own) => step.Drop(drop, own, by, Now), ifMatch);

    public Task<Result<NextStepDetails>> TakeOut(TakeOutWords takeOut, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, _) => step.TakeOut(takeOut, by), ifMatch);

    private async Task<Result<NextStepDetails>> Commit(
        Caller by, Func<NextStep, MemberStanding, Result<NextStep>> transition, IfMatch ifMatch)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Step.Commit(step => transition(step, own), ifMatch);
        return change.Then(done => done.Record.SeenBy(by, own, done.After.Edition, Now));
    }

    private Task<ImmutableArray<GroupId>> FindGroups(WriteNextStep says, Caller by)
    {
        IEnumerable<GroupId> named = says.For.IsDefault ? [] : says.For;
        if (says.OwnerId is { } owner) named = named.Prepend(owner);
        return GrainFactory.FindAmong(Key.Area, named.Take(NextStepFields.MaxGroups + 1), by);
    }

    private async Task<ImmutableArray<GroupId>> GroupsOf(GatheringId? gathering) =>
        gathering is { } id ? await GrainFactory.Gathering(Key.Area, id).GetGroups() : [];
}
