using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Members;

/// <summary>Of groups of other areas, only their cards say what they are called and when they meet.</summary>
internal static class HomeCards
{
    public static MemberHome WithCards(this MemberHome page, GroupSearch finder, DateTimeOffset now)
    {
        return page with
        {
            Seats = [.. page.Seats.Select(seat => CardOf(seat.Area, seat.GroupId) is { } card
                ? seat with { Name = card.Name, NextMeeting = card.NextMeeting, IsOnline = IsOnline(card) }
                : seat)],
            Waiting = page.Waiting with
            {
                Connections = [.. page.Waiting.Connections.Select(
                    one => one with { Name = CardOf(one.Area, one.With)?.Name })],
            },
        };

        CardDetails? CardOf(AreaId area, GroupId group) =>
            finder.Areas.Contains(area) ? finder.FindCard(area, group, now) : null;
    }

    private static bool IsOnline(CardDetails card)
    {
        if (card.NextMeeting is not { } next) return false;
        var follows = new GroupCalendar(card.Id, card.Schedule, [], [], null).Find(next.Id)?.Series;
        return card.Schedule?.Series.FirstOrDefault(one => one.Id == follows)?.Format == MeetingFormat.Online;
    }
}
