using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Meetings;

/// <summary>Validates plans, logs and corrections of a meeting.</summary>
internal static class MeetingRules
{
    private const int YearsBack = 10;
    private const int YearsAhead = 2;

    /// <summary>Returns a refusal of the first invalid field of a log, or null.</summary>
    public static Refusal? Check(RecordMeeting record, DateTimeOffset now)
    {
        var marked = record.Present.Concat(record.Apologies).Concat(record.Absent).ToList();
        return Held(record.HeldOn, record.StartsAt, now)
            ?? (marked.Count != marked.Distinct().Count() ? MeetingRefusals.MarkedTwice("present") : null)
            ?? Check(record.Unnamed)
            ?? Text("notes", record.Notes, MeetingFields.Notes)
            ?? Words(record.Words)
            ?? NotHeld(
                record.DidNotHappen, marked.Count > 0 || record.Unnamed.Total > 0 || !record.Words.IsEmpty);
    }

    /// <summary>
    /// Returns a refusal of the first invalid field of a correction, or null. Fields left out keep their values.
    /// </summary>
    public static Refusal? Check(CorrectMeeting correction, DateOnly heldOn, TimeOnly startsAt, DateTimeOffset now)
    {
        var marked = correction.Marks.Select(m => m.MemberId).ToList();
        return Text("why", correction.Why, MeetingFields.Why)
            ?? Held(correction.HeldOn ?? heldOn, correction.StartsAt ?? startsAt, now)
            ?? (marked.Count != marked.Distinct().Count() ? MeetingRefusals.MarkedTwice("marks") : null)
            ?? (correction.Unnamed is { } unnamed ? Check(unnamed) : null)
            ?? Text("notes", correction.Notes, MeetingFields.Notes)
            ?? Words(correction.Words ?? [])
            ?? NotHeld(
                correction.DidNotHappen,
                marked.Count > 0 || correction.Unnamed?.Total > 0 || correction.Words is { IsEmpty: false });
    }

    /// <summary>Returns a refusal of the first invalid field of a plan, or null.</summary>
    public static Refusal? Check(PlanMeeting plan, DateTimeOffset now)
    {
        if (Day(plan.HeldOn, now) is { } wrong) return wrong;
        if (!London.Exists(plan.HeldOn, plan.StartsAt)) return MeetingRefusals.NoSuchTime;
        if (plan.Minutes is < MeetingFields.MinMinutes or > MeetingFields.MaxMinutes) return MeetingRefusals.Minutes;
        if (!MeetingFields.Title.Allows(plan.Title))
            return MeetingRefusals.Text("title", MeetingFields.Title.Detail);
        return DescriptionRules.CheckPlace(plan.Place);
    }

    /// <summary>Refuses a number of people that is out of range.</summary>
    public static Refusal? Check(Unnamed counted)
    {
        return Enum.GetValues<UnnamedKind>().Where(kind => counted.Of(kind) is < 0 or > MeetingFields.MaxUnnamed)
            .Select(kind => MeetingRefusals.Count($"unnamed.{kind.ToString().ToLowerInvariant()}")).FirstOrDefault();
    }

    /// <summary>Refuses a day that is too far in the past or the future.</summary>
    public static Refusal? Day(DateOnly day, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        return day < today.AddYears(-YearsBack) || day > today.AddYears(YearsAhead)
            ? MeetingRefusals.Day($"Use a day from {YearsBack} years ago to {YearsAhead} years ahead.")
            : null;
    }

    private static Refusal? Held(DateOnly day, TimeOnly time, DateTimeOffset now)
    {
        return Day(day, now)
        ?? (day > London.DayOf(now) ? MeetingRefusals.NotYet("heldOn") : null)
        ?? (London.Exists(day, time) ? null : MeetingRefusals.NoSuchTime);
    }

    private static Refusal? NotHeld(DidNotHappen? didNotHappen, bool people)
    {
        if (didNotHappen is null) return null;
        if (people) return MeetingRefusals.NotHeldWithPeople;
        return Text("didNotHappen.detail", didNotHappen.Detail, MeetingFields.Reason);
    }

    private static Refusal? Words(ImmutableArray<string> words) =>
        MeetingFields.AreWords(words) ? null : MeetingRefusals.Text("words", MeetingFields.WordsDetail);

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        rule.Allows(text) ? null : MeetingRefusals.Text(field, rule.Detail);
}
