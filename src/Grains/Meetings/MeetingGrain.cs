using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>Holds one meeting.</summary>
[GrainType("meeting")]
internal sealed class MeetingGrain(
    [PersistentState("meeting", StorageNames.Area)] IPersistentState<Row<Meeting>> stored, TimeProvider clock)
    : Grain, IMeetingGrain, IMessageSender
{
    private Durable<Meeting> Meeting => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MeetingId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<MeetingDetails>>> Plan(PlanMeeting plan, IfMatch ifMatch, Caller by)
    {
        var group = await StandingOf(plan.GroupId);
        var change = await Commit(
            group,
            (meeting, row) => meeting.Plan(Id, plan, ifMatch, row.Edition, group, by, Now),
            ifMatch.Creation);
        return Written(change, by, group, planned => planned.HasCreated);
    }

    public async Task<Result<MeetingDetails>> Get(Caller by)
    {
        var row = await Meeting.Read();
        return row.Record.SeenBy(by, await StandingOf(row.Record.GroupId), row.Edition);
    }

    public async Task<Result<Written<MeetingDetails>>> Record(RecordMeeting record, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(record.GroupId);
        var tokens = await Tokens(group, by, [.. record.Present, .. record.Apologies, .. record.Absent]);
        var log = tokens.Resolve(record);
        if (await Strangers(group, by, [.. log.Present, .. log.Apologies, .. log.Absent]) is { } unknown)
            return unknown;
        var change = await Commit(group, (meeting, _) => meeting.Record(Id, log, group, by, Now), ifMatch);
        return Written(change, by, group, recorded => recorded.HasChanged);
    }

    public async Task<Result<MeetingDetails>> Mark(
        MemberId member, MarkAttendance mark, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(Meeting.Latest.GroupId);
        var marked = (await Tokens(group, by, [member])).RosterIdOf(member);
        if (await Strangers(group, by, [marked]) is { } unknown) return unknown;
        var change = await Commit(group, (meeting, _) => meeting.Attend(marked, mark, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<MeetingDetails>> Count(Unnamed counted, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(Meeting.Latest.GroupId);
        var change = await Commit(group, (meeting, _) => meeting.Count(counted, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<MeetingDetails>> Cancel(CancelMeeting cancellation, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(Meeting.Latest.GroupId ?? cancellation.GroupId);
        var change = await Commit(group, (meeting, _) => meeting.Cancel(Id, cancellation, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<MeetingDetails>> Reinstate(Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(Meeting.Latest.GroupId);
        var change = await Commit(group, (meeting, _) => meeting.Reinstate(group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<Written<MeetingDetails>>> Correct(
        CorrectionId id, CorrectMeeting correction, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(Meeting.Latest.GroupId);
        var tokens = await Tokens(group, by, [.. correction.Marks.Select(m => m.MemberId)]);
        var right = tokens.Resolve(correction);
        if (await Strangers(group, by, [.. right.Marks.Select(m => m.MemberId)]) is { } unknown) return unknown;
        var change = await Commit(group, (meeting, _) => meeting.Correct(id, right, group, by, Now), ifMatch);
        return Written(change, by, group, corrected => corrected.HasChanged);
    }

    public Task Deliver() => Meeting.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Meeting.Settle(delivery);

    /// <summary>Commits, counts what was logged, and writes to the homes of guests whose attendance changed.</summary>
    private async Task<Result<Change<Meeting>>> Commit(
        GroupStanding group, Func<Meeting, Row<Meeting>, Next<Meeting>> transition, IfMatch ifMatch)
    {
        var change = await Meeting.Commit(
            (before, row) => transition(before, row).Then(after => after.TellGuests(before, group, Key.Area)),
            ifMatch.OfSlot);
        if (!change.Refused(out _, out var done)) Measures.Count(done.Before.Record, done.Record);
        return change;
    }

    private static Result<MeetingDetails> SeenBy(Result<Change<Meeting>> change, Caller by, GroupStanding group) =>
        change.Then(done => done.Record.SeenBy(by, group, done.After.Edition));

    private static Result<Written<MeetingDetails>> Written(
        Result<Change<Meeting>> change, Caller by, GroupStanding group, Func<Change<Meeting>, bool> hasCreated)
    {
        return change.Then(
            done => SeenBy(done, by, group).Map(details => new Written<MeetingDetails>(details, hasCreated(done))));
    }

    private async Task<GroupStanding> StandingOf(GroupId? group) =>
        group is { } id ? await GrainFactory.Group(Key.Area, id).GetStanding() : GroupStanding.None;

    /// <summary>Guests who are named by their tokens; a token that is also a person's ID means the person.</summary>
    private async Task<GuestTokens> Tokens(GroupStanding group, Caller by, ImmutableArray<MemberId> named)
    {
        var tokens = GuestTokens.Among(named, Meeting.Latest.Attendance, group, by);
        return tokens.Without(await StandingsOf(tokens.AsPeople()));
    }

    /// <summary>Refuses people whom neither the record nor the area knows.</summary>
    private async Task<Refusal?> Strangers(GroupStanding group, Caller by, ImmutableArray<MemberId> marked)
    {
        if (Meeting.Latest.Outsiders(Id, marked, group, by).Refused(out var refusal, out var outsiders)) return refusal;
        return MeetingRules.Check(outsiders, await StandingsOf(outsiders));
    }

    private Task<MemberStanding[]> StandingsOf(IEnumerable<MemberId> people) =>
        Task.WhenAll(people.Select(m => GrainFactory.Member(Key.Area, m).GetStanding()));
}
