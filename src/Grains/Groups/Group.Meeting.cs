using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>When the group meets.</summary>
internal sealed partial record Group
{
    private const int MaxAnnounced = 400;
    private const int MaxEarlierPlans = 20;

    /// <summary>Everything that decides when it meets.</summary>
    public GroupCalendar Calendar
    {
        get
        {
            var oneOffs = Announced.Where(a => !a.Withdrawn)
                .Select(a => new OneOff(a.Meeting, a.HeldOn, a.StartsAt, a.Cancelled, a.Minutes));
            return new(Id, Description?.Schedule, [.. oneOffs], Description?.Pauses ?? [], Closure?.On)
            {
                Earlier = EarlierPlans
            };
        }
    }

    /// <summary>What one of the group's meetings needs to know about it.</summary>
    public GroupStanding StandingFor(MeetingId meeting, DateTimeOffset now)
    {
        var calendar = Calendar;
        var standing = StandingOn(now) with { Minutes = calendar.MinutesOn(London.DayOf(now)), Terms = Terms };
        if (calendar.Find(meeting) is not var (series, day)) return standing;
        var planned = calendar.Occurrences(day, day).FirstOrDefault(one => one.Id == meeting);
        return standing with
        {
            Occurrence = new(Id, series, day, planned?.StartsAt, planned?.Minutes ?? calendar.MinutesOn(day, series))
        };
    }

    private ImmutableArray<MembershipTerm> Terms
    {
        get
        {
            return
            [
                .. Belonging.Select(one => new MembershipTerm(one.MemberId, London.DayOf(one.Since), null)),
                .. Guests.Where(guest => guest.MeetingId is null)
                    .Select(guest => new MembershipTerm(guest.RosterId, London.DayOf(guest.Since), null)),
                .. Departed,
            ];
        }
    }

    /// <summary>
    /// Applies the state of one meeting; an older version of it changes nothing.
    /// </summary>
    public Next<Group> Announce(MeetingAnnouncement announcement, DateTimeOffset now)
    {
        var known = Announced.FirstOrDefault(a => a.Meeting == announcement.Meeting);
        if (known is not null && known.Version >= announcement.Version) return this;
        // Two months back is enough: what is past is read from the meetings themselves.
        var oldest = London.DayOf(now).AddDays(-60);
        var kept = Announced.Where(a => a.Meeting != announcement.Meeting && LastDay(a) >= oldest)
            .Append(announcement)
            .OrderBy(a => a.HeldOn)
            .ThenBy(a => a.StartsAt);
        return this with { Announced = [.. kept.TakeLast(MaxAnnounced)] };
    }

    // A meeting held early still stands in the way of the day its series planned.
    private static DateOnly LastDay(MeetingAnnouncement one) =>
        one.OriginalDay is { } original && original > one.HeldOn ? original : one.HeldOn;

    /// <summary>
    /// What held until today, given what will hold from now on. The first series may begin in the past, because there
    /// was nothing for them to change.
    /// </summary>
    private ImmutableArray<EarlierPlan> EarlierPlansBefore(GroupDescription next, DateOnly today)
    {
        if (Description is not { } now) return [];
        if (EarlierPlans.IsEmpty && now.Schedule is null && now.Pauses.IsEmpty) return [];
        if (PeerNetJson.Same(Timing(now), Timing(next))) return EarlierPlans;
        // What holds since this morning has not become the past yet.
        if (EarlierPlans is [.., var last] && last.Until == today) return EarlierPlans;
        return [.. EarlierPlans.Append(new(now.Schedule, now.Pauses, today)).TakeLast(MaxEarlierPlans)];
    }

    /// <summary>
    /// What held until today in a group that reopens: from the day it closed on it paused, so that no meetings of those
    /// days appear.
    /// </summary>
    private ImmutableArray<EarlierPlan> EarlierPlansWithClosure(DateOnly today)
    {
        if (!(Closure?.On < today)) return EarlierPlans;
        var rest = new Pause(Closure.On.Value, today);
        EarlierPlan[] plans = [.. EarlierPlans.Select(plan => plan.Until > rest.From ? WithRest(plan) : plan)];
        if (plans is [.., var last] && last.Until == today) return [.. plans];
        var untilNow = WithRest(new(Description!.Schedule, Description.Pauses, today));
        return [.. plans.Append(untilNow).TakeLast(MaxEarlierPlans)];

        // A group may close and reopen many times, and a pause within another says nothing.
        EarlierPlan WithRest(EarlierPlan plan)
        {
            if (plan.Pauses.Any(one => one.From <= rest.From && rest.Until <= one.Until)) return plan;
            return plan with
            {
                Pauses = [.. plan.Pauses.Where(one => one.From < rest.From || rest.Until < one.Until), rest],
            };
        }
    }

    private static EarlierPlan Timing(GroupDescription says)
    {
        var series = says.Schedule?.Series.Select(one => one with { Topics = [], For = [], Format = null });
        var schedule = series is null ? null : says.Schedule! with { Series = [.. series] };
        return new(schedule, says.Pauses, default);
    }
}
