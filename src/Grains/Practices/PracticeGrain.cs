using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Practices;

/// <summary>Holds one practice.</summary>
[GrainType("practice")]
internal sealed class PracticeGrain(
    [PersistentState("practice", StorageNames.Area)] IPersistentState<Row<Practice>> stored, TimeProvider clock)
    : Grain, IPracticeGrain, IMessageSender
{
    private Durable<Practice> Practice => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<PracticeDetails>>> Tell(TellPractice practice, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var found = await FindGroups(practice, by);
        var change = await Practice.Commit(known => known.Tell(new(Key.Id), practice, found, own, Now));
        return change.Then(done => done.Record.SeenBy(by, own).AsWritten(done.HasChanged));
    }

    public async Task<Result<PracticeDetails>> Get(Caller by) =>
        (await Practice.Read()).Record.SeenBy(by, await GrainFactory.StandingOf(Key.Area, by.Member));

    public async Task<Result<PracticeDetails>> Agree(GroupId group, Caller by)
    {
        var notShared = await GrainFactory.WhyNotShared(Key.Area, Practice.Latest.Told?.Readers, group);
        return await Commit(by, (practice, own) => practice.Agree(group, own, by, Now, notShared));
    }

    public Task<Result<PracticeDetails>> Thank(GroupId group, Caller by) =>
        Commit(by, (practice, own) => practice.Thank(group, own, by));

    public Task<Result<PracticeDetails>> Withdraw(Caller by) =>
        Commit(by, (practice, own) => practice.Withdraw(own, by));

    public Task Deliver() => Practice.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Practice.Settle(delivery);

    private Task<ImmutableArray<GroupId>> FindGroups(TellPractice practice, Caller by)
    {
        var named = practice.Groups.IsDefault ? [] : practice.Groups.Take(PracticeFields.MaxGroups);
        return GrainFactory.FindAmong(Key.Area, named, by);
    }

    private async Task<Result<PracticeDetails>> Commit(
        Caller by, Func<Practice, MemberStanding, Next<Practice>> transition)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Practice.Commit(practice => transition(practice, own));
        return change.Then(done => done.Record.SeenBy(by, own));
    }
}
