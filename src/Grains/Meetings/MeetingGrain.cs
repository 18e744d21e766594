using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>Holds one meeting.</summary>
[GrainType("meeting")]
internal sealed class MeetingGrain(
    [PersistentState("meeting", StorageNames.Area)] IPersistentState<Row<Meeting>> stored,
    Names names,
    TimeProvider clock)
    : Grain, IMeetingGrain, IIntentionsGrain, IMessageSender
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
        return await names.AddTo(row.Record.ReadBy(by, Id, await StandingOf(null), row.Edition), by);
    }

    public async Task<Result<Written<MeetingDetails>>> Record(RecordMeeting record, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(record.GroupId);
        var tokens = await Tokens(group, by, [.. record.Present, .. record.Apologies, .. record.Absent]);
        var log = tokens.Resolve(record);
        var change = await Log(group, meeting => meeting.Record(Id, log, group, by, Now), ifMatch, canMove: true);
        return Written(change, by, group, recorded => recorded.HasChanged);
    }

    public async Task<Result<MeetingDetails>> Mark(
        MemberId member, MarkAttendance mark, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(null);
        var marked = (await Tokens(group, by, [member])).RosterIdOf(member);
        var change = await Log(group, meeting => meeting.Attend(Id, marked, mark, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<MeetingDetails>> Count(Unnamed counted, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(null);
        var change = await Log(group, meeting => meeting.Count(Id, counted, group, by, Now), ifMatch);
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
        var group = await StandingOf(null);
        var change = await Commit(group, (meeting, _) => meeting.Reinstate(Id, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<Written<MeetingDetails>>> Correct(
        CorrectionId id, CorrectMeeting correction, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(null);
        var tokens = await Tokens(group, by, [.. correction.Marks.Select(m => m.MemberId)]);
        var right = tokens.Resolve(correction);
        var condition = Meeting.Latest.ConditionOf(id, ifMatch);
        var change = await Log(group, meeting => meeting.Correct(id, right, group, by, Now), condition, canMove: true);
        return Written(change, by, group, corrected => corrected.HasChanged);
    }

    public async Task<Result<MeetingDetails>> Intend(
        MemberId member, Intention intention, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(null);
        var change = await Commit(
            group, (meeting, _) => meeting.Intend(Id, member, intention, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public async Task<Result<MeetingDetails>> Withdraw(MemberId member, Caller by, IfMatch ifMatch)
    {
        var group = await StandingOf(null);
        var change = await Commit(group, (meeting, _) => meeting.Withdraw(Id, member, group, by, Now), ifMatch);
        return SeenBy(change, by, group);
    }

    public Task Deliver() => Meeting.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Meeting.Settle(delivery);

    /// <summary>
    /// Commits a change to the record, unless another meeting of the group is logged for the same evening.
    /// </summary>
    private async Task<Result<Change<Meeting>>> Log(
        GroupStanding group, Func<Meeting, Next<Meeting>> transition, IfMatch ifMatch, bool canMove = false)
    {
        var before = Meeting.Latest;
        // Marks come in dozens at a time, and only a log or a correction moves a logged meeting to another evening.
        if (before.Logged && !canMove) return await Commit(group, (meeting, _) => transition(meeting), ifMatch);
        var next = transition(before);
        var isLog = !next.Refused(out _, out var after) && after.Logged;
        if (isLog && !(before.Logged && before.Evening == after!.Evening))
        {
            // A log that is going to be refused must not keep the evening from others.
            if (ifMatch.OfSlot.CheckIfGiven(Meeting.Edition) is { } stale) return stale;
            var first = await GrainFactory.Evenings(Key.Area, after!.GroupId!.Value).Claim(after.Evening);
            if (first is { } other) return MeetingRefusals.EveningLogged(other);
        }
        return await Commit(
            group, (meeting, _) => ReferenceEquals(meeting, before) ? next : transition(meeting), ifMatch);
    }

    /// <summary>
    /// Commits, counts what was logged, writes to the homes of guests whose attendance changed, and stops asking for
    /// the log.
    /// </summary>
    private async Task<Result<Change<Meeting>>> Commit(
        GroupStanding group, Func<Meeting, Row<Meeting>, Next<Meeting>> transition, IfMatch ifMatch)
    {
        var change = await Meeting.Commit(
            (before, row) => transition(before, row)
                .Then(after => after.TellGuests(before, group, Key.Area))
                .Then(after => after.Revise(before, group, Now))
                .Then(after => after.StopAsking(before, group, Now)),
            ifMatch.OfSlot);
        if (!change.Refused(out _, out var done)) Measures.Count(done.Before.Record, done.Record);
        return change;
    }

    private Result<MeetingDetails> SeenBy(Result<Change<Meeting>> change, Caller by, GroupStanding group) =>
        change.Then(done => done.Record.SeenBy(by, Id, group, done.After.Edition));

    private Result<Written<MeetingDetails>> Written(
        Result<Change<Meeting>> change, Caller by, GroupStanding group, Func<Change<Meeting>, bool> hasCreated)
    {
        return change.Then(done => SeenBy(done, by, group).AsWritten(hasCreated(done)));
    }

    /// <summary>
    /// The group named; or else the meeting's own, which for an occurrence that nothing is stored about yet is found
    /// from its ID.
    /// </summary>
    private async Task<GroupStanding> StandingOf(GroupId? named)
    {
        if ((named ?? Meeting.Latest.GroupId) is { } group) return await StandingIn(group);
        if (!OccurrenceId.IsDerived(Id)) return GroupStanding.None;
        foreach (var possible in await GrainFactory.Area(Key.Area).FindGroups(Id))
        {
            var standing = await StandingIn(possible);
            if (standing.Occurrence is not null) return standing;
        }
        return GroupStanding.None;
    }

    // Only a meeting that is not logged yet depends on the schedule and on who belonged when.
    private Task<GroupStanding> StandingIn(GroupId group) =>
        GrainFactory.Group(Key.Area, group).GetStanding(Meeting.Latest.Logged ? null : Id);

    /// <summary>Guests who are named by their tokens; a token that is also a person's ID means the person.</summary>
    private async Task<GuestTokens> Tokens(GroupStanding group, Caller by, ImmutableArray<MemberId> named)
    {
        var tokens = GuestTokens.Among(named, Meeting.Latest.Attendance, group, by);
        var people = tokens.AsPeople().Select(m => GrainFactory.Member(Key.Area, m).GetStanding());
        return tokens.Without(await Task.WhenAll(people));
    }
}
