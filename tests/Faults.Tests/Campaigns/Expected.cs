using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// A meeting as its writers expect it: everything acknowledged, and nothing else.
/// </summary>
internal sealed record ExpectedMeeting
{
    public required MeetingId Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required TimeOnly StartsAt { get; init; }

    public string? Notes { get; init; }

    public Unnamed Counted { get; init; } = new();

    public ImmutableDictionary<MemberId, Mark> Marks { get; init; } = ImmutableDictionary<MemberId, Mark>.Empty;

    /// <summary>People counted at the door first and named since, by kind.</summary>
    public ImmutableList<UnnamedKind> NamedSince { get; init; } = [];

    public ImmutableHashSet<CorrectionId> Corrections { get; init; } = [];

    public int Version { get; init; }

    public int Named => Marks.Values.Count(mark => mark == Mark.Present);

    public Unnamed Unnamed => NamedSince.Aggregate(Counted, (left, kind) => left.With(kind, left.Of(kind) - 1));

    public int HeadCount => Named + Unnamed.Total;

    public static ExpectedMeeting Of(MeetingId id, RecordMeeting log) => new()
    {
        Id = id,
        HeldOn = log.HeldOn,
        StartsAt = log.StartsAt,
        Notes = log.Notes,
        Counted = log.Unnamed,
        Marks = ImmutableDictionary<MemberId, Mark>.Empty
            .AddRange(log.Present.Select(who => KeyValuePair.Create(who, Mark.Present)))
            .AddRange(log.Apologies.Select(who => KeyValuePair.Create(who, Mark.Apologies)))
            .AddRange(log.Absent.Select(who => KeyValuePair.Create(who, Mark.Absent))),
        Version = 1,
    };

    public ExpectedMeeting Marked(MemberId who, MarkAttendance mark) => this with
    {
        Marks = Marks.SetItem(who, mark.Mark),
        NamedSince = mark.CountedAs is { } kind ? NamedSince.Add(kind) : NamedSince,
        Version = Version + 1,
    };

    public ExpectedMeeting CountedAgain(Unnamed counted) => this with { Counted = counted, Version = Version + 1 };

    public ExpectedMeeting Corrected(CorrectionId id, CorrectMeeting correction) =>
        this with { Corrections = Corrections.Add(id), Notes = correction.Notes ?? Notes, Version = Version + 1 };
}

/// <summary>The whole area as its writers expect it.</summary>
internal sealed record ExpectedArea(
    IReadOnlyCollection<ExpectedMeeting> Meetings, IReadOnlyDictionary<MemberId, bool> Belongs);
