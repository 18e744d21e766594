using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>What people intend before the meeting.</summary>
internal sealed partial record Meeting
{
    /// <summary>
    /// States a person's intention: their own, or that of someone in the group by a lead. It never changes the state.
    /// </summary>
    public Result<Meeting> Intend(
        MeetingId id, MemberId member, Intention intention, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var begun = Begun(id, group).Now(group);
        if (begun.RefusesIntention(member, group, by, now) is { } refusal) return refusal;
        var line = new IntentionLine(member, intention);
        var known = Intentions.FirstOrDefault(one => one.MemberId == member);
        if (known == line) return this;
        if (known is not null) return this with { Intentions = Intentions.Replace(known, line) };
        // People who have left make room for those who are here.
        var kept = Intentions.RemoveAll(one => !group.Roster.Contains(one.MemberId));
        if (kept.Length >= MaxPeople) return MeetingRefusals.TooMuch;
        return begun with { Intentions = kept.Add(line) };
    }

    /// <summary>Withdraws a person's intention.</summary>
    public Result<Meeting> Withdraw(MeetingId id, MemberId member, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (Begun(id, group).Now(group).RefusesIntention(member, group, by, now) is { } refusal) return refusal;
        if (Intentions.All(one => one.MemberId != member)) return this;
        return this with { Intentions = Intentions.RemoveAll(one => one.MemberId == member) };
    }

    private Refusal? RefusesIntention(MemberId member, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Exists || GroupId is null || IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        var isOwn = by.Is(member) && group.Roster.Contains(member);
        if (!isOwn && !group.LedBy(by)) return AccessRefusals.NotYours;
        if (!group.Roster.Contains(member)) return MeetingRefusals.PersonUnknown($"{member}");
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (Logged) return MeetingRefusals.AlreadyHeld;
        return London.At(HeldOn, StartsAt) <= now ? MeetingRefusals.Begun : null;
    }
}
