using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Meetings;

/// <summary>
/// Reads the form into the requests of the API. Only what cannot be read is wrong here; the record decides the rest.
/// </summary>
internal static class LogEntry
{
    /// <summary>The meeting to log and its record.</summary>
    public static FormErrors Read(this LogForm form, LogModel page, out MeetingId meeting, out RecordMeeting record)
    {
        FormErrors errors = [];
        var when = form.ReadWhen(page, errors);
        var happened = form.Met != "no";
        var present = happened ? Ids(form.Present) : [];
        meeting = when.Meeting;
        record = new()
        {
            GroupId = page.GroupId,
            HeldOn = when.HeldOn,
            StartsAt = when.StartsAt,
            Present = present,
            // Somebody who had marked themselves, and whom the lead has unticked, was not there.
            Absent = happened ? [.. Ids(form.Marked).Except(present)] : [],
            Unnamed = happened ? form.ReadUnnamed(errors) : new(),
            Words = happened ? form.ReadWords() : [],
            Notes = form.Notes.Length > 0 ? form.Notes : null,
            DidNotHappen = happened ? null : new(form.ReadReason()),
        };
        return errors;
    }

    /// <summary>What differs from the record; null if nothing does.</summary>
    public static FormErrors Read(this LogForm form, MeetingDetails saved, out CorrectMeeting? correction)
    {
        FormErrors errors = [];
        correction = form.Met == "no" ? form.NotHeld(saved) : form.Held(saved, errors);
        if (correction is not null && form.Why.Length == 0)
            errors.Add(new("why", MeetingWords.Problems["form.why"]));
        return errors;
    }

    private static CorrectMeeting? NotHeld(this LogForm form, MeetingDetails saved)
    {
        var reason = form.ReadReason();
        var notes = form.ChangedNotes(saved);
        if (saved.DidNotHappen?.Reason == reason && notes is null) return null;
        return new() { Why = form.Why, DidNotHappen = new(reason, saved.DidNotHappen?.Detail), Notes = notes };
    }

    private static CorrectMeeting? Held(this LogForm form, MeetingDetails saved, FormErrors errors)
    {
        var wasHeld = saved.DidNotHappen is null;
        var unnamed = form.ReadUnnamed(errors);
        var words = form.ReadWords();
        var were = saved.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId).ToList();
        var are = Ids(form.Present);
        ImmutableArray<RosterMark> marks =
        [
            .. are.Except(were).Select(one => new RosterMark(one, Mark.Present)),
            .. were.Except(are).Select(one => new RosterMark(one, Mark.NotRecorded)),
        ];
        var areSameWords = words.SequenceEqual(saved.Words ?? []);
        var isSameCount = wasHeld && unnamed == saved.Unnamed;
        var notes = form.ChangedNotes(saved);
        if (isSameCount && areSameWords && marks.IsEmpty && notes is null) return null;
        // The count at the door includes those who have been named since.
        var named = saved.Roster.Where(line => line.CountedAs is not null && are.Contains(line.MemberId));
        var counted = named.Aggregate(
            unnamed, (sum, line) => sum.With(line.CountedAs!.Value, sum.Of(line.CountedAs.Value) + 1));
        return new()
        {
            Why = form.Why,
            Marks = marks,
            Unnamed = isSameCount ? null : counted,
            Words = areSameWords ? null : words,
            Notes = notes,
        };
    }

    private static (MeetingId Meeting, DateOnly HeldOn, TimeOnly StartsAt) ReadWhen(
        this LogForm form, LogModel page, FormErrors errors)
    {
        if (page.Meeting is { } known) return (known.Id, known.HeldOn, known.StartsAt);
        var isAnother = form.Meeting == LogForm.Another;
        string[] parts =
            isAnother ? [form.NewMeeting, form.HeldOn, form.StartsAt] : form.Meeting.Split('/');
        if (parts.Length != 3 || !MeetingId.TryParse(parts[0], out var id))
        {
            errors.Add(new("meeting", "Choose the meeting."));
            return default;
        }
        if (!Day.TryRead(parts[1], out var day))
            errors.Add(new("heldOn", "Enter the day."));
        if (!TimeOnly.TryParseExact(parts[2], "HH:mm", CultureInfo.InvariantCulture, 0, out var time))
            errors.Add(new("startsAt", "Enter when it started."));
        // An evening that is in the list after all is that meeting.
        var planned = page.Open.FirstOrDefault(line => line.HeldOn == day && line.StartsAt == time);
        return (isAnother ? planned?.Id ?? id : id, day, time);
    }

    private static Unnamed ReadUnnamed(this LogForm form, FormErrors errors)
    {
        var unnamed = new Unnamed();
        foreach (var kind in Enum.GetValues<UnnamedKind>())
        {
            var typed = form.CountOf(kind);
            if (typed.Length == 0) continue;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                unnamed = unnamed.With(kind, count);
            else
                errors.Add(new($"unnamed.{Words<UnnamedKind>.Of(kind)}", MeetingRefusals.Count("").Detail!));
        }
        return unnamed;
    }

    private static ImmutableArray<string> ReadWords(this LogForm form) =>
        [.. FormText.EachLine(form.Words)];

    private static NotHeldReason ReadReason(this LogForm form) =>
        Words<NotHeldReason>.Find(form.Reason) ?? NotHeldReason.Other;

    private static string? ChangedNotes(this LogForm form, MeetingDetails saved) =>
        form.Notes == (saved.Notes ?? "") ? null : form.Notes;

    private static ImmutableArray<MemberId> Ids(IEnumerable<string> typed)
    {
        return [.. typed.Select(one => MemberId.TryParse(one, out var id) ? id : default).Where(id => id != default)
            .Distinct()];
    }
}
