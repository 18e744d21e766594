using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Feeds;

/// <summary>
/// The meetings of a group of another area in which a person has a seat: as its card says, at the place that the group
/// has told its guests. Both are here already, so nothing is asked of the other area.
/// </summary>
/// <param name="AreaName">What the area is called.</param>
/// <param name="Path">The path of the group's page here.</param>
/// <param name="Meetings">The meetings since the person got the seat; of a guest of one meeting, that one.</param>
internal sealed record GuestCalendar(string AreaName, string Path, PublishedCalendar Meetings)
{
    public static GuestCalendar Of(HomeSeat seat, Card card, NamedArea area, DateOnly from, DateOnly to)
    {
        // A card has no number of changes, and no time of the last but a day.
        var confirmed = London.StartOf(card.LastConfirmed);
        var revised = confirmed > seat.Since ? confirmed : seat.Since;
        var seated = London.DayOf(seat.Since);
        var calendar = new GroupCalendar(card.Id, card.Schedule, card.OneOffs, card.Pauses, card.ClosesOn);
        var planned = calendar.Planned(seated > from ? seated : from, to)
            .Where(one => seat.MeetingId is null || one.Id == seat.MeetingId);
        return new(area.Name, $"/areas/{area.Area}/groups/{card.Id}", new()
        {
            GroupId = card.Id,
            Name = card.Name,
            Format = card.Format,
            Place = seat.Place ?? card.Place?.ForStrangers(),
            OnlineLink = seat.OnlineLink,
            Needs = card.Needs,
            RevisedAt = revised,
            Meetings = [.. planned.Select(one => new PublishedMeeting(
                Line(one), 0, revised, Format: FormatOf(calendar.Find(one.Id)?.Series, card)))],
        });
    }

    private static MeetingFormat? FormatOf(string? series, Card card) =>
        card.Schedule?.Series.FirstOrDefault(one => one.Id == series)?.Format;

    private static MeetingLine Line(PlannedMeeting one) => new()
    {
        Id = one.Id,
        Series = one.Series,
        HeldOn = one.On,
        StartsAt = one.StartsAt,
        Minutes = one.Minutes,
        State = one.Cancelled ? MeetingState.Cancelled : MeetingState.Planned,
        Logged = false,
    };
}

/// <summary>Reads what a guest's calendar shows.</summary>
internal static class GuestCalendars
{
    /// <summary>The calendars of the groups of other areas in which a person has a seat.</summary>
    public static async Task<IEnumerable<GuestCalendar>> ReadGuestCalendars(
        this Home home, Finder.GroupSearch finder, Caller by, DateOnly first, DateOnly last)
    {
        if ((await home.FirstPage.GetHome(by)).Refused(out _, out var page)) return [];
        return from seat in page.Seats
            where seat.State == SeatState.Seated && finder.Areas.Contains(seat.Area)
            let card = finder.FindSent(seat.Area, seat.GroupId)
            let area = home.Neighbours.FirstOrDefault(one => one.Area == seat.Area)
            where card is not null && area is not null
            orderby card.Name, seat.Id.Value
            select GuestCalendar.Of(seat, card, area, first, last);
    }
}
