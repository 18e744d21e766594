using Microsoft.Extensions.Localization;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Meetings;

/// <summary>The words of pages about meetings, in English; keys of the translations.</summary>
internal static class MeetingWords
{
    /// <summary>What to do about a refusal, for people; where a text is missing, the record's own will do.</summary>
    public static IReadOnlyDictionary<string, string> Problems { get; } = new Dictionary<string, string>
    {
        ["meeting.already-recorded"] = "Somebody has logged this meeting already. Look at what they saved.",
        ["meeting.evening-logged"] = "This evening is logged already. Check the day and the time.",
        ["meeting.cancelled"] = "This meeting was cancelled. If you met after all, log it as another day.",
        ["meeting.not-yet"] = "You cannot log a meeting before its day. Choose today or a day before.",
        ["meeting.no-such-time"] = "The clocks go forward that night, and skip this time. Choose another.",
        ["meeting.person-unknown"] =
            "Somebody you ticked does not belong to the group any more. Untick them, and count them without a name.",
        ["meeting.not-found"] = "This meeting is not planned any more. Log it as another day.",
        ["meeting.count"] = "Enter a whole number from 0 to 1,000.",
        ["meeting.fewer-than-named"] = "More people than that have been named since. Count everyone who came.",
        ["version.stale"] = "Somebody else has changed this meeting since you opened it. Look at what they saved.",
        ["form.why"] = "Enter a few words about what was wrong.",
        ["form.day"] = "Choose the day.",
        ["form.time"] = "Enter when it started.",
        ["group.not-found"] = "This group is not here any more.",
        ["access.leads-only"] = "Only people who lead the group can log its meetings.",
    };

    public static Sentence Of(Refusal refusal) =>
        Problems.TryGetValue(refusal.Code, out var words) ? words : refusal.Says();

    public static string Of(NotHeldReason reason) => reason switch
    {
        NotHeldReason.Venue => "The place was closed or in use",
        NotHeldReason.Lead => "Nobody could lead it",
        NotHeldReason.NobodyCame => "The room was open and nobody came",
        NotHeldReason.Travel => "The weather, or trains and buses",
        NotHeldReason.Holiday => "It was a holiday",
        NotHeldReason.Other => "Something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Somebody who was counted without a name, with how many of them are left.</summary>
    public static string Of(UnnamedKind kind) => kind switch
    {
        UnnamedKind.Newcomers => "Somebody new ({0} without a name)",
        UnnamedKind.Visitors => "A visitor ({0} without a name)",
        UnnamedKind.Carers => "A carer ({0} without a name)",
        UnnamedKind.Children => "A child ({0} without a name)",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How a day is named beside its date: "Today", "Yesterday", or null.</summary>
    public static string? Near(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => null,
    };

    /// <summary>When a meeting was, such as "Tuesday 3 March, 7pm".</summary>
    public static string When(this IStringLocalizer<Texts> t, DateOnly heldOn, TimeOnly startsAt) =>
        t["{0}, {1}", t.NearDay(heldOn), t.Time(startsAt)];
}
