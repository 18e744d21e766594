using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>What is wrong.</summary>
internal enum Wrong
{
    /// <summary>Acknowledged, and not there.</summary>
    Lost,
    /// <summary>There more often than it was meant, or never meant.</summary>
    Doubled,
    /// <summary>Two places of the area that say different things of the same.</summary>
    Disagrees,
    /// <summary>Never answered.</summary>
    Stuck,
}

/// <summary>One thing that is wrong.</summary>
internal sealed record Finding(Wrong Wrong, string What);

/// <summary>Compares what clients were told with what is stored.</summary>
internal static class Checker
{
    /// <summary>A meeting, and its lines in the group's list.</summary>
    public static IEnumerable<Finding> Meeting(
        ExpectedMeeting told, MeetingDetails? stands, IReadOnlyList<MeetingLine> lines)
    {
        if (stands is null) return [new(Wrong.Lost, $"meeting {told.Id}")];
        var marks = stands.Roster.ToDictionary(line => line.MemberId, line => line.Mark);
        return
        [
            .. Count($"version of {told.Id}", told.Version, stands.Version),
            .. Count($"named at {told.Id}", told.Named, stands.Named ?? -1),
            .. Count($"head count of {told.Id}", told.HeadCount, stands.HeadCount ?? -1),
            .. Enum.GetValues<UnnamedKind>().SelectMany(
                kind => Count($"unnamed {kind} at {told.Id}", told.Unnamed.Of(kind), stands.Unnamed?.Of(kind) ?? -1)),
            .. Same($"notes of {told.Id}", told.Notes, stands.Notes),
            .. Same($"day of {told.Id}", (told.HeldOn, told.StartsAt), (stands.HeldOn, stands.StartsAt)),
            .. Same($"state of {told.Id}", MeetingState.Held, stands.State),
            .. told.Marks.SelectMany(
                mark => Same($"mark of {mark.Key} at {told.Id}", mark.Value, marks.GetValueOrDefault(mark.Key))),
            .. marks.Where(mark => mark.Value != Mark.NotRecorded && !told.Marks.ContainsKey(mark.Key))
                .Select(mark => new Finding(Wrong.Doubled, $"a mark of {mark.Key} at {told.Id} that nobody gave")),
            .. told.Corrections.Where(id => stands.Corrections.All(made => made.Id != id))
                .Select(id => new Finding(Wrong.Lost, $"correction {id} of {told.Id}")),
            .. Count($"corrections of {told.Id}", told.Corrections.Count, stands.Corrections.Length),
            .. Agree(
                $"named and unnamed of {told.Id}",
                stands.HeadCount ?? -1,
                (stands.Named + stands.Unnamed?.Total) ?? -1),
            .. Agree(
                $"marks and roster of {told.Id}",
                stands.Roster.Length,
                (stands.Present + stands.Apologies + stands.Absent + stands.NotRecorded) ?? -1),
            .. Count($"lines of {told.Id} in the list", 1, lines.Count),
            .. lines.SelectMany(
                line => Agree($"head count in the list of {told.Id}", stands.HeadCount ?? -1, line.HeadCount ?? -1)),
        ];
    }

    /// <summary>The area's own counts.</summary>
    public static IEnumerable<Finding> Counts(ExpectedArea told, AreaSummary stands) =>
    [
        .. Count("groups", 1, stands.Groups),
        .. Count("members", told.Belongs.Count, stands.Members),
        .. Count("meetings held", told.Meetings.Count, stands.MeetingsHeld),
    ];

    /// <summary>
    /// Checks membership: the acknowledged changes against the group's roster and each person's own record.
    /// </summary>
    public static IEnumerable<Finding> Belonging(
        ExpectedArea told, IReadOnlyList<MemberId> roster, IReadOnlyDictionary<MemberId, int> inOwnRecord) =>
    [
        .. told.Belongs.SelectMany(person => Count(
            $"places on the roster of {person.Key}",
            person.Value ? 1 : 0,
            roster.Count(member => member == person.Key))),
        .. told.Belongs.SelectMany(person => Count(
            $"groups in the record of {person.Key}", person.Value ? 1 : 0, inOwnRecord.GetValueOrDefault(person.Key))),
        .. roster.Where(member => !told.Belongs.ContainsKey(member))
            .Select(member => new Finding(Wrong.Doubled, $"a stranger {member} on the roster")),
    ];

    private static IEnumerable<Finding> Count(string what, int told, int stands) =>
        told == stands ? [] : [new(stands < told ? Wrong.Lost : Wrong.Doubled, $"{what}: {stands} instead of {told}")];

    private static IEnumerable<Finding> Same<T>(string what, T told, T stands)
    {
        return EqualityComparer<T>.Default.Equals(told, stands)
            ? []
            : [new(Wrong.Lost, $"{what}: {stands} instead of {told}")];
    }

    private static IEnumerable<Finding> Agree(string what, int one, int other) =>
        one == other ? [] : [new(Wrong.Disagrees, $"{what}: {one} and {other}")];
}
