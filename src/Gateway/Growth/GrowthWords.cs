using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Growth;

/// <summary>Figures in sentences, in English; keys of the translations.</summary>
internal static class GrowthWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>The kinds of groups, by their words in a query.</summary>
    public static string Of(MeetingFormat kind) => kind switch
    {
        MeetingFormat.InPerson => "Groups that meet in person",
        MeetingFormat.Online => "Groups that meet online",
        MeetingFormat.Hybrid => "Groups that meet in person and online",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is wrong with the form, in words for people instead of programs.</summary>
    public static FormErrors Of(Refusal refusal) => refusal.Field switch
    {
        "from" => [new("from", "Enter a day of the first month or week, such as 2026-01-31.")],
        "kind" => [new("kind", "Choose one group or one kind of group, not both.")],
        "group" => [new("group", "Choose a group from the list.")],
        "to" => [new("to", "Enter a day after the first one, at most 60 months or weeks later.")],
        _ => [new("by", "Choose months or weeks.")],
    };

    /// <summary>A period by its first day: "October 2026" or "the week of 5 October 2026".</summary>
    public static Sentence Name(DateOnly start, GrowthBy by)
    {
        return by == GrowthBy.Month
            ? new("{0} {1}", Spoken.MonthOf(start), start.Year)
            : new("the week of {0} {1} {2}", start.Day, Spoken.MonthOf(start), start.Year);
    }

    /// <summary>A period as short as can be, below a bar.</summary>
    public static Sentence Label(DateOnly start, GrowthBy by, bool isWithinYear)
    {
        var month = new Sentence(start.ToString("MMM", English));
        if (by == GrowthBy.Week) return new("{0} {1}", start.Day, month);
        return isWithinYear ? month : new("{0} {1}", month, start.ToString("yy", English));
    }

    /// <summary>How many came to how many meetings. Somebody who came twice is counted twice.</summary>
    public static Sentence Came(Figures figures, Sentence period, bool isOver)
    {
        var heads = Heads(figures);
        var held = figures.Meetings.Held;
        if (held == 0) return new(isOver ? "No meeting is logged in {0}." : "No meeting is logged yet in {0}.", period);
        if (held == 1 && heads == 1) return new("In {0}, there was 1 meeting, and 1 person came.", period);
        if (held == 1) return new("In {0}, there was 1 meeting, and {1} people came.", period, heads);
        if (heads == 1) return new("In {0}, there were {1} meetings, and 1 person came.", period, held);
        return isOver
            ? new("In {0}, people came {1} times to {2} meetings.", period, heads, held)
            : new("So far in {0}, people have come {1} times to {2} meetings.", period, heads, held);
    }

    /// <summary>How that compares with the year before.</summary>
    public static Sentence Compared(Figures figures, Figures before, Sentence yearBefore)
    {
        if (before.Meetings.Held == 0) return new("No meeting is logged in {0} to compare this with.", yearBefore);
        var more = Heads(figures) - Heads(before);
        if (more == 0) return new("That is as many as in {0}.", yearBefore);
        return more > 0
            ? new("That is {0} more than in {1}.", more, yearBefore)
            : new("That is {0} fewer than in {1}.", -more, yearBefore);
    }

    /// <summary>What else is worth saying of a period; nothing about what did not happen.</summary>
    public static IEnumerable<Sentence> More(Figures figures, bool isOneGroup)
    {
        var groups = figures.Groups;
        var meetings = figures.Meetings;
        var people = figures.People;
        Sentence?[] all =
        [
            Count(people.Newcomers, "1 person came for the first time.", "{0} people came for the first time."),
            Count(people.CameBack, "1 person came for the second time.", "{0} people came for the second time."),
            Count(people.Regulars, "1 person is a regular: they came at least three times in twelve weeks.",
                "{0} people are regulars: they came at least three times in twelve weeks."),
            isOneGroup ? null : Count(groups.Active, "1 group met.", "{0} groups met."),
            isOneGroup ? null : Count(groups.New, "1 group is new.", "{0} groups are new."),
            isOneGroup ? null : Count(groups.Closed, "1 group closed.", "{0} groups closed."),
            isOneGroup ? null : Count(groups.Quiet, "1 group had not met for four weeks.",
                "{0} groups had not met for four weeks."),
            Count(meetings.DidNotHappen, "1 meeting did not happen.", "{0} meetings did not happen."),
            Count(meetings.Cancelled, "1 meeting was cancelled.", "{0} meetings were cancelled."),
            Count(meetings.NotLogged, "1 meeting is not logged, so more people may have come.",
                "{0} meetings are not logged, so more people may have come."),
            Count(figures.Offers.Opened, "1 offer of support was made.", "{0} offers of support were made."),
            Count(figures.Requests.Opened, "1 person or group asked for support.", "Support was asked for {0} times."),
            Count(Agreed(figures), "1 offer or request was agreed.", "{0} offers and requests were agreed."),
        ];
        return all.OfType<Sentence>();
    }

    /// <summary>What crossed between here and one other area.</summary>
    public static IEnumerable<Sentence> Across(NeighbourFigures figures, string area)
    {
        Sentence?[] all =
        [
            Count(figures.Guests, "1 person from {1} got a place in a group here.",
                "{0} people from {1} got a place in a group here.", area),
            Count(figures.Seats, "1 person from here got a place in a group in {1}.",
                "{0} people from here got a place in a group in {1}.", area),
            Count(figures.Connected, "1 group here was connected with one in {1}.",
                "{0} groups here were connected with one in {1}.", area),
        ];
        return all.OfType<Sentence>();
    }

    /// <summary>
    /// Whether there was anything to count: before its first group, an area has no figures, which is not 0.
    /// </summary>
    public static bool HasFigures(Figures figures) => figures.Groups.Open > 0 || figures.Meetings.Planned > 0;

    /// <summary>The heads counted at all meetings.</summary>
    public static int Heads(Figures figures) => figures.People.Named + figures.People.Unnamed;

    /// <summary>Offers and requests to which both sides agreed.</summary>
    public static int Agreed(Figures figures) => figures.Offers.Matched + figures.Requests.Matched;

    private static Sentence? Count(int number, string one, string several, params object[] more)
    {
        if (number == 0) return null;
        return new(number == 1 ? one : several, [number, .. more]);
    }
}
