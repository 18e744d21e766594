using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// What a meeting's entries add up to. Named + unnamed = head count, and the four marks = roster, because both sides
/// are counted from the same lines.
/// </summary>
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
    public static Attendance Of(ReadOnlySpan<Entry> entries) => None.With(entries);

    /// <summary>
    /// Adds more entries; lines and places are made once for all of them, for a meeting can have a thousand.
    /// </summary>
    public Attendance With(params ReadOnlySpan<Entry> entries)
    {
        var lines = Roster.ToList();
        var counted = Counted;
        var notes = Notes;
        var didNotHappen = DidNotHappen;
        var places = Places(lines);
        foreach (var entry in entries)
        {
            if (lines.Count == 0)
            {
                lines.AddRange(entry.Roster.Select(m => new RosterLine(m, Mark.NotRecorded, Visitor: false)));
                places = Places(lines);
            }
            if (entry.DidNotHappen is not null)
                lines = [.. lines.Select(line => line with { Mark = Mark.NotRecorded, CountedAs = null })];
            foreach (var mark in entry.Marks)
            {
                if (places.TryAdd(mark.MemberId, lines.Count))
                    lines.Add(new(mark.MemberId, Mark.NotRecorded, Visitor: true));
                var line = lines[places[mark.MemberId]];
                // Someone counted at the door who turns out not to have been there was somebody else: the count keeps
                // them, unnamed again.
                lines[places[mark.MemberId]] = line with
                {
                    Mark = mark.Mark, CountedAs = mark.Mark == Mark.Present ? mark.CountedAs ?? line.CountedAs : null
                };
            }
            var happens = !entry.Marks.IsEmpty || entry.Counted is not null;
            counted = entry.DidNotHappen is not null ? new() : entry.Counted ?? counted;
            notes = entry.Notes ?? notes;
            didNotHappen = entry.DidNotHappen ?? (happens ? null : didNotHappen);
        }
        return new()
        {
            Roster = [.. lines],
            Counted = counted,
            Unnamed = Nameless(counted, lines),
            Notes = notes,
            DidNotHappen = didNotHappen
        };
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

/// <summary>A sum beside the entries that it is the sum of.</summary>
internal sealed record AddedUp(ImmutableArray<Entry> Entries, Attendance Sum);
