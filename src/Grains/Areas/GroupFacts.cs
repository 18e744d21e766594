using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Notices;

namespace PeerNet.Grains.Areas;

/// <summary>
/// What the overview needs of a group, worked out from its record and its meetings. It reaches a day further than the
/// day it was worked out on, so that <see cref="LineAt"/> is right whenever it is read.
/// </summary>
internal sealed record GroupFacts
{
    private const int DaysAhead = 1, MaxUpcoming = 20;

    /// <summary>The group.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its pauses that are not over.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>The first day it is closed.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The day it was founded.</summary>
    public DateOnly? FoundedOn { get; init; }

    /// <summary>Who leads and co-leads it.</summary>
    public ImmutableArray<MemberId> Leads { get; init; } = [];

    /// <summary>How many people belong.</summary>
    public int People { get; init; }

    /// <summary>Whether it has no room.</summary>
    public bool IsFull { get; init; }

    /// <summary>Whether it waits for a coordinator to welcome it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    public DateOnly LastConfirmed { get; init; }

    /// <summary>The last meeting that was held.</summary>
    public LastMeeting? LastMeeting { get; init; }

    /// <summary>The meetings that start today and tomorrow, and the next one.</summary>
    public ImmutableArray<NextMeeting> Upcoming { get; init; } = [];

    /// <summary>The meetings that are not logged, those of today and tomorrow too.</summary>
    public ImmutableArray<UnloggedEvening> NotLogged { get; init; } = [];

    /// <summary>The facts of a group, or null if there is no such group.</summary>
    public static GroupFacts? Of(
        Group group, IReadOnlyCollection<Meeting> recorded, LastMeeting? last, DateOnly today)
    {
        if (group.Description is not { } says) return null;
        var calendar = group.Calendar;
        var standing = group.Standing;
        return new()
        {
            Id = group.Id,
            Name = says.Name,
            Pauses = [.. says.Pauses.Where(pause => pause.Until > today)],
            ClosesOn = group.Closure?.On,
            FoundedOn = group.FoundedOn,
            Leads = standing.Leads,
            People = group.People,
            IsFull = group.IsFull,
            IsNew = group.Welcome == WelcomeState.New,
            LastConfirmed = group.LastConfirmed,
            LastMeeting = last,
            Upcoming = [.. UpcomingIn(calendar, today)],
            NotLogged = [.. NotLoggedIn(group, recorded, today)],
        };
    }

    /// <summary>The group's line in the overview, without the names of its leads.</summary>
    public GroupOverview LineAt(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var status = GroupCalendar.Status(today, Pauses, ClosesOn);
        var from = DaysAround(today).From;
        var missing = NotLogged.Count(one => one.HeldOn >= from && one.EndsAt <= now);
        return new()
        {
            Id = Id,
            Name = Name,
            Status = status,
            Leads = [],
            People = People,
            LastConfirmed = LastConfirmed,
            LastMeeting = LastMeeting,
            NextMeeting = Upcoming.FirstOrDefault(next => next.StartsAt > now),
            NotLogged = status == GroupStatus.Closed ? 0 : missing,
            Attention = status == GroupStatus.Closed ? [] : [.. AttentionOn(today, status, missing)],
        };
    }

    /// <summary>The first instant after now at which the line may be another one.</summary>
    public DateTimeOffset LineChangesAfter(DateTimeOffset now)
    {
        return Upcoming.Select(next => next.StartsAt)
            .Concat(NotLogged.Select(one => one.EndsAt))
            .Where(at => at > now)
            .Append(London.StartOf(London.DayOf(now).AddDays(1)))
            .Min();
    }

    private static (DateOnly From, DateOnly To) DaysAround(DateOnly today) =>
        (Asking.DaysBefore(today).From, today.AddDays(DaysAhead));

    private IEnumerable<Attention> AttentionOn(DateOnly today, GroupStatus status, int missing)
    {
        if (missing > 0) yield return Attention.NotLogged;
        if (status == GroupStatus.Active && IsQuietOn(today)) yield return Attention.Quiet;
        if (Leads.IsEmpty) yield return Attention.WithoutLead;
        if (LastConfirmed <= today.AddMonths(-GroupFields.MonthsToConfirm)) yield return Attention.NotConfirmed;
        if (IsFull) yield return Attention.Full;
        if (status == GroupStatus.Paused) yield return Attention.Paused;
        if (IsNew) yield return Attention.New;
    }

    // As the figures count it.
    private bool IsQuietOn(DateOnly today)
    {
        var since = today.AddDays(-GroupGrowth.QuietDays);
        return FoundedOn <= since && !(LastMeeting?.HeldOn > since);
    }

    private static IEnumerable<NextMeeting> UpcomingIn(GroupCalendar calendar, DateOnly today)
    {
        var after = London.StartOf(today).AddTicks(-1);
        var known = London.StartOf(today.AddDays(DaysAhead + 1));
        for (var found = 0; found < MaxUpcoming && calendar.Next(after) is { } next; found++)
        {
            yield return next;
            if (next.StartsAt >= known) yield break;
            after = next.StartsAt;
        }
    }

    private static IEnumerable<UnloggedEvening> NotLoggedIn(
        Group group, IReadOnlyCollection<Meeting> recorded, DateOnly today)
    {
        var (from, to) = DaysAround(today);
        return MeetingList.NotLogged(group, recorded, from, to)
            .Select(line => new UnloggedEvening(line.HeldOn, EndOf(line)));

        // A time that the clocks skip is over when its day is.
        static DateTimeOffset EndOf(MeetingLine line) =>
            London.At(line.HeldOn, line.StartsAt)?.AddMinutes(line.Minutes) ?? London.StartOf(line.HeldOn.AddDays(1));
    }
}

/// <summary>A meeting that nobody has logged.</summary>
internal readonly record struct UnloggedEvening(DateOnly HeldOn, DateTimeOffset EndsAt);
