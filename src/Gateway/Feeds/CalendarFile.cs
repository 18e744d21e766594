using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Members;

namespace PeerNet.Gateway.Feeds;

/// <summary>
/// Writes meetings as an iCalendar file (RFC 5545, RFC 7986). Each meeting is an event of its own, and its ID is the
/// event's UID whatever becomes of it: pauses, days left out, bank holidays and changes of a series cannot all be told
/// by a recurrence rule that every program reads alike. Nothing in the file depends on when it is written.
/// </summary>
/// <param name="Id">The UID of the calendar.</param>
/// <param name="Name">What the calendar is called.</param>
/// <param name="Site">The address of the area's pages, without a slash at its end.</param>
/// <param name="AreaName">What the area is called.</param>
internal sealed record CalendarFile(Guid Id, string Name, string Site, string AreaName)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    // How the clocks have changed since 1996.
    private const string Zone =
        """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        DTSTART:19960331T010000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    /// <summary>Where calendar programs read the file, if anyone may know; null for a secret address.</summary>
    public string? Source { get; init; }

    /// <summary>Writes the meetings of groups here, and of those of other areas that somebody is a guest of.</summary>
    public byte[] Write(ImmutableArray<PublishedCalendar> groups, params IReadOnlyList<GuestCalendar> abroad)
    {
        var text = new CalendarText()
            .Lines("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//PeerNet//Meetings//EN\nCALSCALE:GREGORIAN")
            .Line("UID", $"{Id}")
            .Text("NAME", Name)
            .Text("X-WR-CALNAME", Name)
            .Line("X-WR-TIMEZONE", "Europe/London")
            .Lines("REFRESH-INTERVAL;VALUE=DURATION:PT6H\nX-PUBLISHED-TTL:PT6H");
        if (Source is not null) text.Line("SOURCE;VALUE=URI", Source);
        if (groups is [var only]) text.Line("URL", PageOf(only.GroupId));
        var all = groups.Concat(abroad.Select(one => one.Meetings)).ToList();
        var revised = all.SelectMany(group => group.Meetings.Select(one => one.RevisedAt).Append(group.RevisedAt));
        if (all.Count > 0) text.Instant("LAST-MODIFIED", revised.Max());
        text.Lines(Zone);
        foreach (var group in groups)
        {
            foreach (var meeting in group.Meetings) Add(meeting, group, AreaName, PageOf(group.GroupId), text);
        }
        foreach (var (area, path, group) in abroad)
        {
            foreach (var meeting in group.Meetings) Add(meeting, group, area, Site + path, text);
        }
        return text.Lines("END:VCALENDAR").ToBytes();
    }

    private void Add(PublishedMeeting meeting, PublishedCalendar group, string area, string page, CalendarText text)
    {
        var line = meeting.Line;
        if (London.At(line.HeldOn, line.StartsAt) is not { } start) return;
        var isOff = line.State is MeetingState.Cancelled or MeetingState.DidNotHappen;
        var format = meeting.Format ?? group.Format;
        // An evening of a series that meets online is not at the hall where the others are.
        var place = line.Place ?? (meeting.Format == MeetingFormat.Online ? null : group.Place);
        text.Lines("BEGIN:VEVENT")
            .Line("UID", $"{line.Id}")
            // Without METHOD, the stamp is when the event last changed (RFC 5545 3.8.7.2).
            .Instant("DTSTAMP", meeting.RevisedAt)
            .Instant("LAST-MODIFIED", meeting.RevisedAt)
            .Line("SEQUENCE", meeting.Revision.ToString(CultureInfo.InvariantCulture))
            .Local("DTSTART", line.HeldOn, line.StartsAt);
        AddEnd(start, line.Minutes, text);
        // Programs that ignore the status still show that nobody should go.
        text.Text("SUMMARY", isOff ? $"Cancelled: {Title(line, group)}" : Title(line, group))
            .Line("STATUS", isOff ? "CANCELLED" : "CONFIRMED")
            .Line("TRANSP", isOff || meeting.Yours == Intention.NotComing ? "TRANSPARENT" : "OPAQUE")
            .Text("LOCATION", Where(place, format));
        if (place is { Latitude: { } north, Longitude: { } east })
            text.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{north};{east}"));
        text.Text("DESCRIPTION", About(meeting, group)).Text("CATEGORIES", area);
        if (Source is null) text.Line("CLASS", "PRIVATE");
        if (group.OnlineLink is { } link) text.Line("CONFERENCE;VALUE=URI;FEATURE=VIDEO", link);
        text.Line("URL", page).Lines("END:VEVENT");
    }

    // The hour that the clocks show twice is read as the first of the two, which may be the wrong one.
    private static void AddEnd(DateTimeOffset start, int minutes, CalendarText text)
    {
        var end = start.AddMinutes(minutes);
        var day = London.DayOf(end);
        var time = London.TimeOf(end);
        if (London.At(day, time) == end) text.Local("DTEND", day, time);
        else text.Line("DURATION", $"PT{minutes.ToString(CultureInfo.InvariantCulture)}M");
    }

    private static string Title(MeetingLine line, PublishedCalendar group) =>
        line.Title is null ? group.Name : $"{group.Name}: {line.Title}";

    private static string? Where(Place? place, MeetingFormat format)
    {
        var written = place is null ? "" : GroupWords.Written(place);
        if (written.Length > 0) return written;
        return format == MeetingFormat.Online ? "Online" : null;
    }

    private static string? About(PublishedMeeting meeting, PublishedCalendar group)
    {
        var said = meeting.Yours is { } intention ? MemberWords.Of(intention) : null;
        var access = group.Needs.Select(GroupWords.Of);
        var lines = group.Needs.IsEmpty ? [said] : access.Prepend("Access:").Prepend(said);
        return string.Join("\n", lines.OfType<string>());
    }

    private string PageOf(GroupId group) => $"{Site}/groups/{group}";
}
