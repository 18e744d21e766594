using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// The totals of a meeting's entries. Named + unnamed = head count, and the four marks = roster, because both sides are
/// counted from the same lines.
/// </summary>
internal sealed record Attendance
{
    /// <summary>The attendance of a meeting without entries.</summary>
    public static Attendance None { get; } = new();

    /// <summary>The frozen roster, then visitors in the order they were first marked.</summary>
    public ImmutableArray<RosterLine> Roster { get; private init; } = [];

    /// <summary>The latest count at the door.</summary>
    public Unnamed Counted { get; private init; } = new();

    /// <summary>The people counted at the door who are still not named.</summary>
    public Unnamed Unnamed { get; private init; } = new();

    /// <summary>The words for people who came, in the lead's order, claimed or not.</summary>
    private ImmutableArray<string> AllWords { get; init; } = [];

    /// <summary>Who has claimed which word. Somebody who was not there after all gives it back.</summary>
    private ImmutableDictionary<MemberId, string> Claims { get; init; } = ImmutableDictionary<MemberId, string>.Empty;

    /// <summary>The words for people whom nobody can name yet.</summary>
    public ImmutableArray<string> Words => AllWords.RemoveRange(Claims.Values, StringComparer.OrdinalIgnoreCase);

    /// <summary>The note for the group.</summary>
    public string? Notes { get; private init; }

    /// <summary>Why it did not happen, or null if it did.</summary>
    public DidNotHappen? DidNotHappen { get; private init; }

    /// <summary>The number of people who came and are named, or known by a word.</summary>
    public int Named => Count(Mark.Present) + Words.Length;

    /// <summary>The total number of people who came.</summary>
    public int HeadCount => Named + Unnamed.Total;

    /// <summary>Whether more people of some kind have been named than were counted at the door.</summary>
    public bool MoreNamedThanCounted => Enum.GetValues<UnnamedKind>().Any(kind => Unnamed.Of(kind) < 0);

    /// <summary>The number of people on the roster with that mark.</summary>
    public int Count(Mark mark) => Roster.Count(line => line.Mark == mark);

    /// <summary>One person's line, or null.</summary>
    public RosterLine? LineOf(MemberId member) => Roster.FirstOrDefault(line => line.MemberId == member);

    /// <summary>Whether the person has claimed that word.</summary>
    public bool HasClaimed(MemberId member, string word) =>
        Claims.TryGetValue(member, out var claimed) && claimed.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds up entries, oldest first.</summary>
    public static Attendance Of(ReadOnlySpan<Entry> entries) => None.With(entries);

    /// <summary>
    /// Adds more entries. Lines and places are built once for all of them, because a meeting can have a thousand.
    /// </summary>
    public Attendance With(params ReadOnlySpan<Entry> entries)
    {
        var lines = Roster.ToList();
        var counted = Counted;
        var words = AllWords;
        var claims = Claims.ToBuilder();
        var notes = Notes;
        var didNotHappen = DidNotHappen;
        var places = Places(lines);
        foreach (var entry in entries)
        {
            if (!entry.Roster.IsEmpty)
            {
                lines = Frozen(entry.Roster, lines, places);
                places = Places(lines);
            }
            if (entry.DidNotHappen is not null)
                lines = [.. lines.Select(line => line with { Mark = Mark.NotRecorded, CountedAs = null })];
            foreach (var mark in entry.Marks)
            {
                if (places.TryAdd(mark.MemberId, lines.Count))
                    lines.Add(new(mark.MemberId, Mark.NotRecorded, Visitor: true));
                var line = lines[places[mark.MemberId]];
                if (mark.Word is { } word) claims[mark.MemberId] = word;
                else if (mark.Mark != Mark.Present) claims.Remove(mark.MemberId);
                // If a person counted at the door was not there after all, it was someone else: the count keeps them,
                // unnamed again.
                lines[places[mark.MemberId]] = line with
                {
                    Mark = mark.Mark, CountedAs = mark.Mark == Mark.Present ? mark.CountedAs ?? line.CountedAs : null
                };
            }
            var happens = !entry.Marks.IsEmpty || entry.Counted is not null || entry.Words is { IsEmpty: false };
            words = entry.DidNotHappen is not null ? [] : entry.Words ?? words;
            if (entry.DidNotHappen is not null) claims.Clear();
            counted = entry.DidNotHappen is not null ? new() : entry.Counted ?? counted;
            notes = entry.Notes ?? notes;
            didNotHappen = entry.DidNotHappen ?? (happens ? null : didNotHappen);
        }
        return new()
        {
            Roster = [.. lines],
            AllWords = words,
            Claims = claims.ToImmutable(),
            Counted = counted,
            Unnamed = Nameless(counted, lines),
            Notes = notes,
            DidNotHappen = didNotHappen
        };
    }

    // People who sent apologies before anybody logged the meeting have their line already.
    private static List<RosterLine> Frozen(
        ImmutableArray<MemberId> roster, List<RosterLine> lines, Dictionary<MemberId, int> places)
    {
        var frozen = roster.Distinct().Select(member => places.TryGetValue(member, out var place)
            ? lines[place] with { Visitor = false }
            : new RosterLine(member, Mark.NotRecorded, Visitor: false));
        return [.. frozen, .. lines.Where(line => !roster.Contains(line.MemberId))];
    }

    private static Dictionary<MemberId, int> Places(List<RosterLine> lines)
    {
        var places = new Dictionary<MemberId, int>(lines.Count);
        for (var place = 0; place < lines.Count; place++) places.Add(lines[place].MemberId, place);
        return places;
    }

    private static Unnamed Nameless(Unnamed counted, List<RosterLine> lines)
    {
        return lines.Where(line => line.CountedAs is not null)
            .Aggregate(counted, (left, line) => left.With(line.CountedAs!.Value, left.Of(line.CountedAs.Value) - 1));
    }
}

/// <summary>Entries together with their totals.</summary>
internal sealed record AddedUp(ImmutableArray<Entry> Entries, Attendance Sum);
