using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>Holds one meeting.</summary>
[GrainType("meeting")]
internal sealed class MeetingGrain([PersistentState("meeting", StorageNames.Area)] IPersistentState<Meeting> stored, TimeProvider clock)
    : Grain, IMeetingGrain, ILetterGrain, IOutboxGrain
{
    private Durable<Meeting> Meeting => field ??= new(this, stored);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MeetingId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<MeetingDetails>>> Plan(PlanMeeting plan, IfMatch ifMatch, Caller by)
    {
        var group = await StandingOf(plan.GroupId);
        return await Commit(by, group, meeting => meeting.Plan(Id, plan, ifMatch, group, by, Now), before => before.GroupId is null);
    }

    public async Task<Result<MeetingDetails>> Get(Caller by)
    {
        var meeting = await Meeting.Read();
        return meeting.SeenBy(by, await StandingOf(meeting.GroupId));
    }

    public async Task<Result<Written<MeetingDetails>>> Record(RecordMeeting record, Caller by)
    {
        var group = await StandingOf(record.GroupId);
        if (await Strangers(group, by, [.. record.Present, .. record.Apologies, .. record.Absent]) is { } unknown) return unknown;
        var recorded = await Commit(by, group, meeting => meeting.Record(Id, record, group, by, Now), before => before.Entries.All(e => e.Kind != EntryKind.Record));
        if (!recorded.Refused(out _, out var written) && written.Created) Measures.Logged(written.Answer);
        return recorded;
    }

    public async Task<Result<MeetingDetails>> Mark(MemberId member, MarkAttendance mark, Caller by)
    {
        var group = await StandingOf(stored.State.GroupId);
        if (await Strangers(group, by, [member]) is { } unknown) return unknown;
        var marked = await Commit(by, group, meeting => meeting.Attend(member, mark, group, by, Now));
        if (!marked.Refused(out _, out _)) Measures.Marks.Add(1);
        return marked;
    }

    public async Task<Result<MeetingDetails>> Count(Unnamed counted, Caller by)
    {
        var group = await StandingOf(stored.State.GroupId);
        return await Commit(by, group, meeting => meeting.Count(counted, group, by, Now));
    }

    public async Task<Result<MeetingDetails>> Cancel(CancelMeeting cancellation, Caller by)
    {
        var group = await StandingOf(stored.State.GroupId ?? cancellation.GroupId);
        return await Commit(by, group, meeting => meeting.Cancel(Id, cancellation, group, by, Now));
    }

    public async Task<Result<MeetingDetails>> Reinstate(Caller by)
    {
        var group = await StandingOf(stored.State.GroupId);
        return await Commit(by, group, meeting => meeting.Reinstate(group, by, Now));
    }

    public async Task<Result<Written<MeetingDetails>>> Correct(CorrectionId id, CorrectMeeting correction, Caller by)
    {
        var group = await StandingOf(stored.State.GroupId);
        if (await Strangers(group, by, [.. correction.Marks.Select(m => m.MemberId)]) is { } unknown) return unknown;
        return await Commit(by, group, meeting => meeting.Correct(id, correction, group, by, Now), before => before.Entries.All(e => e.Correction != id));
    }

    public Task Deliver() => Meeting.Deliver<Meeting, MeetingAnnouncement>(async fact =>
    {
        await GrainFactory.Group(Key.Area, fact.Group).Announce(fact);
        return meeting => meeting.Delivered(fact);
    });

    /// <summary>No letter is for a meeting: its guests' homes only listen.</summary>
    public Task<Result<Done>> Receive(Letter letter) => Task.FromResult<Result<Done>>(LinkRefusals.Misdirected);

    public Task Settle(OperationId operation, string? refused) => Meeting.Commit(meeting => meeting.Settled(operation, refused));

    private async Task<Result<MeetingDetails>> Commit(Caller by, GroupStanding group, Func<Meeting, Result<Meeting>> transition) =>
        (await Meeting.Commit(Telling(group, transition))).Then(change => change.After.SeenBy(by, group));

    private async Task<Result<Written<MeetingDetails>>> Commit(Caller by, GroupStanding group, Func<Meeting, Result<Meeting>> transition, Func<Meeting, bool> creates) =>
        (await Meeting.Commit(Telling(group, transition))).Then(change => change.After.SeenBy(by, group).Then<Written<MeetingDetails>>(details =>
            new Written<MeetingDetails>(details, creates(change.Before))));

    /// <summary>The same, with letters for the guests of whom it says something new.</summary>
    private Func<Meeting, Result<Meeting>> Telling(GroupStanding group, Func<Meeting, Result<Meeting>> transition) =>
        before => transition(before).Then<Meeting>(after => after.TellGuests(before, group, Key.Area, Now));

    private async Task<GroupStanding> StandingOf(GroupId? group) =>
        group is { } id ? await GrainFactory.Group(Key.Area, id).GetStanding() : GroupStanding.Nowhere;

    /// <summary>Refuses people who are nobody of this area, to those who may mark at all in a group there is; who is on a roster, or a guest here, is known.</summary>
    private async Task<Refusal?> Strangers(GroupStanding group, Caller by, IReadOnlyList<MemberId> marked)
    {
        if (!group.Founded || !group.LedBy(by)) return null;
        var guests = group.GuestsAt(Id).Select(seat => seat.Id.OnRosters);
        var outsiders = marked.Except(group.Roster).Except(guests).Except(stored.State.Attendance.Roster.Select(line => line.MemberId)).ToList();
        if (outsiders.Count > Meetings.Meeting.MostPeople) return MeetingRefusals.TooMuch;
        var standings = await Task.WhenAll(outsiders.Select(m => GrainFactory.Member(Key.Area, m).GetStanding()));
        var unknown = outsiders.Zip(standings).Where(pair => !pair.Second.Known).Select(pair => pair.First).ToList();
        return unknown.Count == 0 ? null : MeetingRefusals.PersonUnknown(string.Join(", ", unknown.Take(5)));
    }
}
