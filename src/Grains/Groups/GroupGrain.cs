using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Groups;

/// <summary>Holds one group.</summary>
[GrainType("group")]
internal sealed partial class GroupGrain(
    [PersistentState("group", StorageNames.Area)] IPersistentState<Row<Group>> stored,
    IOptions<GroupOptions> options,
    Names names,
    TimeProvider clock)
    : Grain, IGroupGrain, IWelcomeGrain, IGuestsGrain, IConnectionsGrain, IEveningsGrain,
    ITimelineGrain, IPowerGrain, IGroupPracticeGrain, IInvitationLinksGrain, IMessageSender, IMessageReceiver
{
    private readonly NextMeetingMemo next = new();

    private Durable<Group> Group => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<GroupDetails>>> Put(GroupDescription description, IfMatch ifMatch, Caller by)
    {
        if (await WhyNotFound(by) is { } refusal) return refusal;
        var change = await Group.Commit((group, row) =>
            group.Describe(new(Key.Id), description, ifMatch, row.Edition, by, Now)
                .Then(described => group.Description is null ? Founded(described) : described)
                .Then(described => described.TellGuests(group, Key.Area, Now))
                .Then(described => described.CalendarChanged(Key.Area, Now)), ifMatch.Creation);
        return change.Then(put => SeenBy(by, put.After).AsWritten(put.HasCreated));
    }

    public async Task<Result<GroupDetails>> Get(Caller by) => await names.AddTo(SeenBy(by, await Group.Read()), by);

    public async Task<Result<Written<Membership>>> Join(MemberId member, JoinGroup request, Caller by)
    {
        var standing = await GrainFactory.Member(Key.Area, member).GetStanding();
        var change = await Group.Commit(group => group.Join(member, request, standing, by, Now));
        return change.Map(joined => joined.Part(group => group.MembershipOf(member)));
    }

    public Task<Result<Done>> Leave(MemberId member, Caller by) => Done(group => group.Leave(member, by, Now));

    public async Task<bool> IsWelcomed() => (await Group.Read()).Record.Welcome == WelcomeState.Welcomed;

    public Task<Result<GroupDetails>> Welcome(Caller by, IfMatch ifMatch) =>
        Commit(by, group => group.LetIn(by), ifMatch);

    public Task<Result<GroupDetails>> Withdraw(Caller by, IfMatch ifMatch) =>
        Commit(by, group => group.Withdraw(by), ifMatch);

    public Task<Result<Done>> Share(bool isShared, Caller by) => Done(group => group.ShareTimeline(isShared, by));

    public Task<Result<Done>> AskForPractice(Caller by) => Done(group => group.AskForPractice(by, Now));

    public Task<Result<GroupDetails>> Close(GroupClosure closure, Caller by, IfMatch ifMatch) =>
        Commit(by, group => CalendarChanged(group.Close(closure, by, Now)), ifMatch);

    public Task<Result<GroupDetails>> Reopen(Caller by, IfMatch ifMatch) =>
        Commit(by, group => CalendarChanged(group.Reopen(by, Now)), ifMatch);

    public Task<Result<GroupDetails>> Confirm(Caller by, IfMatch ifMatch) =>
        Commit(by, group => group.Confirm(by, Now), ifMatch);

    public async Task<GroupStanding> GetStanding(MeetingId? meeting)
    {
        var group = (await Group.Read()).Record;
        return meeting is { } id ? group.StandingFor(id, Now) : group.StandingOn(Now);
    }

    public async Task<Result<GuestSeat>> AnswerSeat(SeatId seat, AnswerSeat answer, Caller by)
    {
        return (await Group.Commit(group => group.AnswerSeat(seat, answer, Key.Area, by, Now)))
            .Map(change => change.Record.SeatOf(seat)!);
    }

    public Task<Result<Done>> EndSeat(SeatId seat, Caller by) => Done(group => group.EndSeat(seat, Key.Area, by, Now));

    public Task Expire() => Group.Commit(group => group.WithoutExpired(Key.Area, Now));

    public Task<Result<Done>> Receive(Message message) => Group.Receive(message);

    public Task Deliver() => Group.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Group.Settle(delivery);

    // Only founding makes somebody a lead who was not one before.
    private async Task<Refusal?> WhyNotFound(Caller by)
    {
        if (Group.Latest.Description is not null || by is not { Role: CallerRole.Member, Member: { } founder })
            return null;
        var standing = await GrainFactory.Member(Key.Area, founder).GetStanding();
        if (Groups.Group.WhyNotFound(standing, options.Value.MaxLed) is not { } refusal) return null;
        Group.LeaveIfEmpty();
        return refusal;
    }

    private Next<Group> Founded(Group group) => options.Value.WelcomeNewGroups ? group.LetIn(Caller.Area) : group;

    private async Task<Result<GroupDetails>> Commit(
        Caller by, Func<Group, Next<Group>> transition, IfMatch ifMatch) =>
        (await Group.Commit(transition, ifMatch)).Then(change => SeenBy(by, change.After));

    private async Task<Result<Done>> Done(Func<Group, Next<Group>> transition) =>
        (await Group.Commit(transition)).AsDone();

    /// <summary>A change to when the group meets also changes what connected groups know about its meetings.</summary>
    private Next<Group> CalendarChanged(Next<Group> changed) =>
        changed.Then(group => group.CalendarChanged(Key.Area, Now));

    private Result<GroupDetails> SeenBy(Caller by, Row<Group> row) =>
        row.Record.SeenBy(by, Key.Area, next.Of(row.Record, Now), row.Edition, Now);
}
