using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Meetings;

/// <summary>What is filled in on the page for logging a meeting, as it was typed.</summary>
public sealed record LogForm
{
    /// <summary>The choice of an evening that is not in the list.</summary>
    public const string Another = "another";

    /// <summary>The meeting as <see cref="ChoiceOf"/> writes it, or <see cref="Another"/>.</summary>
    public string Meeting { get; init; } = Another;

    /// <summary>The ID for another evening. The page makes it, so that sending the form twice logs once.</summary>
    public string NewMeeting { get; init; } = $"{Guid.CreateVersion7()}";

    /// <summary>The day of another evening.</summary>
    public string HeldOn { get; init; } = "";

    /// <summary>Its local start time.</summary>
    public string StartsAt { get; init; } = "";

    /// <summary><c>yes</c>, or <c>no</c> if the meeting did not happen.</summary>
    public string Met { get; init; } = "yes";

    /// <summary>Why it did not happen.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The people who are ticked.</summary>
    public ImmutableHashSet<string> Present { get; init; } = [];

    /// <summary>The people who had marked themselves as present when the page was opened.</summary>
    public ImmutableHashSet<string> Marked { get; init; } = [];

    /// <summary>How many people came without a name, by kind.</summary>
    public ImmutableDictionary<UnnamedKind, string> Unnamed { get; init; } =
        ImmutableDictionary<UnnamedKind, string>.Empty;

    /// <summary>Words for people whom nobody can name yet, one on each line.</summary>
    public string Words { get; init; } = "";

    /// <summary>The note for the group.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The version that a correction changes.</summary>
    public string? Version { get; init; }

    /// <summary>The ID of the correction, from the page like that of a meeting; null if it is none.</summary>
    public string? Correction { get; init; }

    /// <summary>Why the record is changed.</summary>
    public string Why { get; init; } = "";

    /// <summary>How many people came without a name, of one kind.</summary>
    public string CountOf(UnnamedKind kind) => Unnamed.GetValueOrDefault(kind, "");

    /// <summary>A meeting as a choice: all that a phone without a signal needs to know of it.</summary>
    public static string ChoiceOf(MeetingId id, DateOnly heldOn, TimeOnly startsAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}/{heldOn:yyyy-MM-dd}/{startsAt:HH:mm}");

    internal static LogForm For(MeetingLine? line) =>
        line is null ? new() : new() { Meeting = ChoiceOf(line.Id, line.HeldOn, line.StartsAt) };

    internal static LogForm Of(MeetingDetails meeting)
    {
        var present = meeting.Roster.Where(line => line.Mark == Mark.Present).Select(line => $"{line.MemberId}");
        var here = present.ToImmutableHashSet();
        var unnamed = meeting.Unnamed ?? new();
        return new()
        {
            Meeting = ChoiceOf(meeting.Id, meeting.HeldOn, meeting.StartsAt),
            Met = meeting.DidNotHappen is null ? "yes" : "no",
            Reason = meeting.DidNotHappen is { } why ? Words<NotHeldReason>.Of(why.Reason) : "",
            Present = here,
            Marked = here,
            Unnamed = Enum.GetValues<UnnamedKind>().Where(kind => unnamed.Of(kind) > 0)
                .ToImmutableDictionary(kind => kind, kind => $"{unnamed.Of(kind)}"),
            Words = string.Join('\n', meeting.Words ?? []),
            Notes = meeting.Notes ?? "",
            Version = meeting.Recorded == true ? $"{meeting.Version}" : null,
            Correction = meeting.Recorded == true ? $"{Guid.CreateVersion7()}" : null,
        };
    }

    internal static LogForm Of(IFormCollection form) => new()
    {
        Meeting = $"{form["meeting"]}",
        NewMeeting = $"{form["newMeeting"]}",
        HeldOn = form.Text("heldOn"),
        StartsAt = form.Text("startsAt"),
        Met = $"{form["met"]}",
        Reason = $"{form["didNotHappen.reason"]}",
        Present = [.. form["present"].OfType<string>()],
        Marked = [.. form["marked"].OfType<string>()],
        Unnamed = Enum.GetValues<UnnamedKind>()
            .ToImmutableDictionary(kind => kind, kind => $"{form[$"unnamed.{Words<UnnamedKind>.Of(kind)}"]}".Trim()),
        Words = $"{form["words"]}".ReplaceLineEndings("\n"),
        Notes = form.Lines("notes"),
        Version = form.ContainsKey("version") ? $"{form["version"]}" : null,
        Correction = form.ContainsKey("correction") ? $"{form["correction"]}" : null,
        Why = form.Lines("why"),
    };
}
