using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>When the pattern of a schedule meets, over a span of days: shared by every card with the same pattern, for working out a rule is the dearest step.</summary>
/// <param name="Moments">The meetings, in order.</param>
/// <param name="From">The first day of the span.</param>
/// <param name="Until">Its last day.</param>
internal sealed record Rhythm(int[] Moments, DateOnly From, DateOnly Until);

/// <summary>The rhythms worked out so far. Not for two threads at once.</summary>
internal sealed class Rhythms
{
    /// <summary>How far the finder looks ahead, in days.</summary>
    public const int Ahead = 400;

    // Worked out for longer than is needed, so that they hold for a month of new days.
    private const int Spare = 30;

    private Dictionary<string, Rhythm> known = new(StringComparer.Ordinal);
    private Dictionary<string, Rhythm> older = new(StringComparer.Ordinal);

    /// <summary>The card's rhythm from the day before that day on; null when its schedule is one no group may have.</summary>
    public Rhythm? Of(Card card, DateOnly today)
    {
        var key = Key(card, today);
        if (known.TryGetValue(key, out var rhythm) && Holds(rhythm, today)) return rhythm;
        if (older.TryGetValue(key, out rhythm) && Holds(rhythm, today)) return known[key] = rhythm;
        if (card.Schedule is not null && ScheduleRules.Check(card.Schedule) is not null) return null;
        var (from, until) = (today.AddDays(-1), today.AddDays(Ahead + Spare));
        var calendar = new GroupCalendar(card.Id, card.Schedule, [], card.Pauses, card.ClosesOn);
        var moments = calendar.Planned(from, until).Select(meeting => Moment.Of(meeting.On, meeting.StartsAt)).Distinct().ToArray();
        return known[key] = new(moments, from, until);
    }

    /// <summary>The meetings of a card: its rhythm's, less those that something else stands in for, and those beside it.</summary>
    public static int[] Of(Card card, Rhythm rhythm)
    {
        if (card.OneOffs.IsEmpty) return rhythm.Moments;
        var instead = card.OneOffs.Select(one => one.Id).ToHashSet();
        var beside = card.OneOffs.Where(one => !one.Cancelled && one.On >= rhythm.From && one.On <= rhythm.Until && London.Exists(one.On, one.StartsAt)).Select(one => Moment.Of(one.On, one.StartsAt));
        return [.. rhythm.Moments.Where(moment => !instead.Contains(Slot.SlotId(card.Id, Moment.On(moment), Moment.At(moment)))).Concat(beside).Distinct().Order()];
    }

    public static bool Holds(Rhythm rhythm, DateOnly today) => rhythm.From < today && rhythm.Until >= today.AddDays(Ahead);

    /// <summary>Forgets, from one turn of the day to the next but one, what no card asked for.</summary>
    public void Turn() => (older, known) = (known, new(StringComparer.Ordinal));

    private static string Key(Card card, DateOnly today) =>
        JsonSerializer.Serialize(new Content(card.Schedule is null ? null : card.Schedule with { Patterns = [.. card.Schedule.Patterns.Select(pattern => Plain(pattern, today))] }, card.Pauses, card.ClosesOn), PeerNetJson.Options);

    // A rule that names its days meets on the same days whenever it began, if only it has begun; so most weekly and monthly groups share.
    private static MeetingPattern Plain(MeetingPattern pattern, DateOnly today) =>
        pattern.From < today.AddDays(-1) && Days.Any(pattern.Rule.Contains) && !Counted.Any(pattern.Rule.Contains) ? pattern with { From = DateOnly.MinValue } : pattern;

    private static readonly string[] Days = ["BYDAY", "BYMONTHDAY"], Counted = ["YEARLY", "INTERVAL", "COUNT", "SETPOS"];

    private sealed record Content(Schedule? Schedule, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn);
}
