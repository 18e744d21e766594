using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Meetings;

/// <summary>
/// What is saved of a meeting, for the script that keeps a correction on the phone: it sends only what differs.
/// </summary>
internal sealed record SavedLog
{
    /// <summary>Those who came.</summary>
    public required ImmutableArray<MemberId> Present { get; init; }

    /// <summary>How many people are still without a name.</summary>
    public required Unnamed Unnamed { get; init; }

    /// <summary>Words for people whom nobody can name yet.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>The note; empty if there is none.</summary>
    public required string Notes { get; init; }

    /// <summary>Why it did not happen, if it did not.</summary>
    public DidNotHappen? DidNotHappen { get; init; }

    /// <summary>Those who were counted without a name and have been named since, with how they were counted.</summary>
    public required ImmutableDictionary<string, UnnamedKind> CountedAs { get; init; }

    /// <summary>What is saved of a meeting that is logged.</summary>
    public static SavedLog Of(MeetingDetails meeting) => new()
    {
        Present = [.. meeting.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId)],
        Unnamed = meeting.Unnamed ?? new(),
        Words = meeting.Words ?? [],
        Notes = meeting.Notes ?? "",
        DidNotHappen = meeting.DidNotHappen,
        CountedAs = meeting.Roster.Where(line => line.CountedAs is not null)
            .ToImmutableDictionary(line => $"{line.MemberId}", line => line.CountedAs!.Value),
    };

    /// <summary>The same as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PeerNetJson.Options);
}
