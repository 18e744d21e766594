using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>What a meeting's entries add up to. Named + unnamed = head count, and the four marks = roster, because both sides are counted from the same lines.</summary>
internal sealed record Attendance
{
    /// <summary>A meeting of which nothing is said yet.</summary>
    public static Attendance None { get; } = new();

    /// <summary>The frozen roster, then visitors in the order they came up.</summary>
    public ImmutableArray<RosterLine> Roster { get; private init; } = [];

    /// <summary>The count at the door, as last said.</summary>
    public Unnamed Counted { get; private init; } = new();

    /// <summary>Those of the count who still have no name.</summary>
    public Unnamed Unnamed { get; private init; } = new();

    /// <summary>The note for the group.</summary>
    public string? Notes { get; private init; }

    /// <summary>Why it did not happen; null when it did.</summary>
    public DidNotHappen? DidNotHappen { get; private init; }

    /// <summary>How many with a name came.</summary>
    public int Named => Count(Mark.Present);

    /// <summary>How many came.</summary>
    public int HeadCount => Named + Unnamed.Total;

    /// <summary>Kinds of which more have been given a name since than the count at the door allows.</summary>
    public bool MoreNamedThanCounted => Enum.GetValues<UnnamedKind>().Any(kind => Unnamed.Of(kind) < 0);

    /// <summary>How many of the roster have a mark.</summary>
    public int Count(Mark mark) => Roster.Count(line => line.Mark == mark);

    /// <summary>One person's line, or null.</summary>
    public RosterLine? LineOf(MemberId member) => Roster.FirstOrDefault(line => line.MemberId == member);

    /// <summary>Adds the entries up, oldest first.</summary>
    public static Attendance Of(IEnumerable<Entry> entries) => entries.Aggregate(None, (sum, entry) => sum.With(entry));

    /// <summary>Adds one entry.</summary>
    public Attendance With(Entry entry)
    {
        var happens = !entry.Marks.IsEmpty || entry.Counted is not null;
        var lines = Roster.IsEmpty ? entry.Roster.Select(m => new RosterLine(m, Mark.NotRecorded, Visitor: false)).ToList() : [.. Roster];
        if (entry.DidNotHappen is not null) lines = [.. lines.Select(line => line with { Mark = Mark.NotRecorded, CountedAs = null })];
        var places = lines.Select((line, place) => (line.MemberId, place)).ToDictionary(p => p.MemberId, p => p.place);
        foreach (var mark in entry.Marks)
        {
            if (places.TryAdd(mark.MemberId, lines.Count)) lines.Add(new(mark.MemberId, Mark.NotRecorded, Visitor: true));
            var line = lines[places[mark.MemberId]];
            // Someone counted at the door who turns out not to have been there was somebody else: the count keeps them, unnamed again.
            lines[places[mark.MemberId]] = line with { Mark = mark.Mark, CountedAs = mark.Mark == Mark.Present ? mark.CountedAs ?? line.CountedAs : null };
        }
        var counted = entry.DidNotHappen is not null ? new() : entry.Counted ?? Counted;
        return this with
        {
            Roster = [.. lines],
            Counted = counted,
            Unnamed = Nameless(counted, lines),
            Notes = entry.Notes ?? Notes,
            DidNotHappen = entry.DidNotHappen ?? (happens ? null : DidNotHappen),
        };
    }

    private static Unnamed Nameless(Unnamed counted, List<RosterLine> lines) =>
        lines.Where(line => line.CountedAs is not null).Aggregate(counted, (left, line) => left.With(line.CountedAs!.Value, left.Of(line.CountedAs.Value) - 1));
}
