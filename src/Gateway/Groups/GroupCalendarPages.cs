using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Feeds;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Groups;

/// <summary>A group's meetings for calendar programs, as a stranger may know them, whoever asks.</summary>
internal sealed class GroupCalendarPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/groups/{id}/calendar.ics", Send).AllowAnonymous();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Send(
        GroupId id, Home home, TimeProvider clock, HttpContext http)
    {
        var (from, to) = CalendarAnswer.DaysOn(London.DayOf(clock.GetUtcNow()));
        if ((await home.Grain.GetCalendar(id, from, to, Caller.Visitor)).Refused(out var refusal, out var calendar))
            return refusal.ToProblem();
        var site = home.SiteOf(http.Request);
        var file = new CalendarFile(id.Value, calendar.Name, site, home.Name)
        {
            Source = $"{site}/groups/{id}/calendar.ics"
        };
        return CalendarAnswer.Of(file.Write([calendar]), http.Response);
    }
}
