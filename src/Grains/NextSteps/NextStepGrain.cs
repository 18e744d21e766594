using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.NextSteps;

/// <summary>Holds one next step.</summary>
[GrainType("next-step")]
internal sealed class NextStepGrain(
    [PersistentState("next-step", StorageNames.Area)] IPersistentState<Row<NextStep>> stored, TimeProvider clock)
    : Grain, INextStepGrain, IRoleStepGrain
{
    private Durable<NextStep> Step => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<NextStepDetails>>> Write(WriteNextStep says, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var can = new Nameable(await FindGroups(says, by), await GroupsOf(says.GatheringId), await VoicedOf(says, by));
        var role = await RoleOf(says.OwnerRoleId);
        var notShared = await GrainFactory.WhyNotShared(Key.Area, says.Readers, says.GroupId);
        var change = await Step.Commit(
            (step, row) => step.Write(new(Key.Id), says, can, ifMatch, row.Edition, own, Now, role, notShared),
            ifMatch.Creation);
        return change.Then(
            done => done.Record.SeenBy(by, own, done.After.Edition, Now, role).AsWritten(done.HasCreated));
    }

    public async Task<Result<NextStepDetails>> Get(Caller by)
    {
        var row = await Step.Read();
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return row.Record.SeenBy(by, own, row.Edition, Now, await RoleOf(row.Record.Says?.OwnerRoleId));
    }

    public async Task<Result<NextStepDetails>> TakeOn(TakeOnNextStep takeOn, IfMatch ifMatch, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var notShared = await GrainFactory.WhyNotShared(Key.Area, Step.Latest.Says?.Readers, takeOn.GroupId);
        var change = await Step.Commit(
            (step, row) => step.TakeOn(takeOn.GroupId, own, Now, ifMatch, row.Edition, notShared), ifMatch.Creation);
        return change.Then(done => done.Record.SeenBy(by, own, done.After.Edition, Now));
    }

    public async Task<Result<NextStepDetails>> TakeOnAsRole(Caller by, IfMatch ifMatch)
    {
        var speaker = await SpeakerOf(by);
        var change = await Step.Commit(
            (step, row) => step.TakeOnAsRole(speaker, Now, ifMatch, row.Edition), ifMatch.Creation);
        return change.Then(done => done.Record.SeenBy(by, speaker.Own, done.After.Edition, Now, speaker.Role));
    }

    public Task<Result<NextStepDetails>> Decline(DeclineNextStep decline, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, speaker) => step.Decline(decline, speaker, Now), ifMatch);

    public async Task<Result<Written<NextStepDetails>>> TellAsRole(
        NewsId news, TellRoleNews tell, Caller by, IfMatch ifMatch)
    {
        var speaker = await SpeakerOf(by);
        var condition = ifMatch.OfPart(Step.Latest.Entries.Any(entry => entry.NewsId == news));
        var change = await Step.Commit(step => step.TellAsRole(news, tell, speaker, Now), condition);
        return change.Then(
            done => done.Record.SeenBy(by, speaker.Own, done.After.Edition, Now, speaker.Role)
                .AsWritten(done.HasChanged));
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
        Commit(by, (step, speaker) => step.SayDone(speaker.Own, Now, speaker), ifMatch);

    public Task<Result<NextStepDetails>> Keep(KeepNextStep keep, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, speaker) => step.Keep(keep.GroupId, speaker.Own, Now, speaker), ifMatch);

    public Task<Result<NextStepDetails>> Drop(DropNextStep drop, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, speaker) => step.Drop(drop, speaker.Own, by, Now, speaker), ifMatch);

    public Task<Result<NextStepDetails>> Like(GroupId group, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, speaker) => step.Like(group, speaker.Own, Now), ifMatch);

    public Task<Result<NextStepDetails>> TakeOut(TakeOutWords takeOut, Caller by, IfMatch ifMatch) =>
        Commit(by, (step, _) => step.TakeOut(takeOut, by), ifMatch);

    private async Task<Result<NextStepDetails>> Commit(
        Caller by, Func<NextStep, RoleSpeaker, Result<NextStep>> transition, IfMatch ifMatch)
    {
        var speaker = await SpeakerOf(by);
        var change = await Step.Commit(step => transition(step, speaker), ifMatch);
        return change.Then(done => done.Record.SeenBy(by, speaker.Own, done.After.Edition, Now, speaker.Role));
    }

    private async Task<RoleSpeaker> SpeakerOf(Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return new(await RoleOf(Step.Latest.Says?.OwnerRoleId), own, by);
    }

    private async Task<RoleStanding> RoleOf(RoleId? role) =>
        role is { } id ? await GrainFactory.Role(Key.Area, id).GetStanding() : RoleStanding.None;

    private Task<ImmutableArray<GroupId>> FindGroups(WriteNextStep says, Caller by)
    {
        IEnumerable<GroupId> named = says.For.IsDefault ? [] : says.For;
        if (says.OwnerId is { } owner) named = named.Prepend(owner);
        return GrainFactory.FindAmong(Key.Area, named.Take(NextStepFields.MaxGroups + 1), by);
    }

    private async Task<ImmutableArray<GroupId>> GroupsOf(GatheringId? gathering) =>
        gathering is { } id ? await GrainFactory.Gathering(Key.Area, id).GetGroups() : [];

    private async Task<VoicedOption?> VoicedOf(WriteNextStep says, Caller by)
    {
        if (says is not { GatheringId: { } id, From: { } from }) return null;
        var result = (await GrainFactory.Results(Key.Area, id).GetResult(from.QuestionId, by)).OrNull();
        return result?.ListLiked().Any(option => option.Box == from.Box) == true ? from : null;
    }
}
