using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Worries;

/// <summary>Holds one worry.</summary>
[GrainType("worry")]
internal sealed class WorryGrain(
    [PersistentState("worry", StorageNames.Area)] IPersistentState<Row<Worry>> stored, TimeProvider clock)
    : Grain, IWorryGrain, IMessageSender, IMessageReceiver
{
    private Durable<Worry> Worry => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<WorryDetails>>> Write(WriteWorry worry, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var concern = await ConcernOf(worry);
        var change = await Worry.Commit(record => record.Write(new(Key.Id), worry, concern, own, by, Now));
        return change.Then(done => done.Record.SeenBy(by, own).AsWritten(done.HasChanged));
    }

    public async Task<Result<WorryDetails>> Get(Caller by)
    {
        var row = await Worry.Read();
        return row.Record.SeenBy(by, await GrainFactory.StandingOf(Key.Area, by.Member));
    }

    public Task<Result<WorryDetails>> Act(Caller by) => Commit(by, (worry, own) => worry.Act(own, by, Now));

    public Task<Result<WorryDetails>> Answer(AnswerWorry answer, Caller by) =>
        Commit(by, (worry, own) => worry.Answer(answer, own, by, Now));

    public Task<Result<Done>> Receive(Message message) => Worry.Receive(message);

    public Task Deliver() => Worry.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Worry.Settle(delivery);

    private async Task<Result<WorryDetails>> Commit(Caller by, Func<Worry, MemberStanding, Result<Worry>> transition)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Worry.Commit(worry => transition(worry, own));
        return change.Then(done => done.Record.SeenBy(by, own));
    }

    private async Task<WorryConcern> ConcernOf(WriteWorry worry)
    {
        var concern = worry.About switch
        {
            WorrySubject.Person => new WorryConcern(new(worry.SubjectId), null),
            WorrySubject.Group => new WorryConcern(null, new(worry.SubjectId)),
            WorrySubject.Offer => await MakerOf(worry.SubjectId),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (concern.Group is not { } group) return concern;
        return concern with { Leads = (await GrainFactory.Group(Key.Area, group).GetStanding(null)).Leads };
    }

    private async Task<WorryConcern> MakerOf(Guid offer)
    {
        var maker = await GrainFactory.SupportOffer(Key.Area, new(offer)).GetMaker();
        return new(maker.Person, maker.Group);
    }
}
