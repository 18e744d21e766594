using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Feeds;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>
/// A person's own calendar, at a secret address that calendar programs can read without signing in, and the page on
/// which they make and end it.
/// </summary>
internal sealed class CalendarPages : IEndpoints
{
    private const string Title = "PeerNet";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/calendar", Show).ForMembers();
        site.Pages.MapPost("/me/calendar", Make).ForMembers();
        site.Pages.MapPost("/me/calendar/end", End).ForMembers();
        site.Pages.MapGet("/calendars/{secret}.ics", Send).AllowAnonymous();
    }

    private static async Task<RazorComponentResult> Show(Home home, CurrentCaller by)
    {
        var madeAt = await home.CalendarKey(by.Caller.Member!.Value).FindMadeAt(by.Caller);
        return Page.Of<CalendarPage, CalendarModel>(new(madeAt, SecretKey.New()));
    }

    // The address is shown in the answer, and never again: only a digest of it is kept. The key comes from the page, so
    // that the form sent twice makes one address.
    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Make(
        IFormCollection form, Home home, CurrentCaller by, HttpRequest request)
    {
        var me = by.Caller.Member!.Value;
        var secret = SecretKey.Write(me.Value, form["key"]);
        if (SecretKey.Read(secret) is not { } address
            || !await home.CalendarKey(me).Make(address.Digest, by.Caller))
            return TypedResults.LocalRedirect("/me/calendar");
        var madeAt = await home.CalendarKey(me).FindMadeAt(by.Caller);
        return Page.Of<CalendarPage, CalendarModel>(new(madeAt, SecretKey.New())
        {
            Address = $"{home.SiteOf(request)}/calendars/{secret}.ics",
        });
    }

    private static async Task<RedirectHttpResult> End(IFormCollection form, Home home, CurrentCaller by)
    {
        await home.CalendarKey(by.Caller.Member!.Value).End(by.Caller);
        return TypedResults.LocalRedirect("/me/calendar");
    }

    // A wrong key, one that was ended and one of somebody erased are answered alike.
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Send(
        string secret, Home home, GroupSearch finder, TimeProvider clock, HttpContext http)
    {
        if (SecretKey.Read(secret) is not { } address
            || !await home.CalendarKey(address.Member).Opens(address.Digest))
            return RequestRefusals.NoSuchAddress.ToProblem();
        var (from, to) = CalendarAnswer.DaysOn(London.DayOf(clock.GetUtcNow()));
        var by = new Caller(CallerRole.Member, address.Member);
        var groups = await home.FirstPage.GetCalendars(from, to, by);
        var abroad = await home.ReadGuestCalendars(finder, by, from, to);
        var file = new CalendarFile(address.Id, Title, home.SiteOf(http.Request), home.Name);
        return CalendarAnswer.Of(file.Write(groups, [.. abroad]), http.Response);
    }
}

/// <summary>The page about a person's own calendar.</summary>
/// <param name="MadeAt">When they made its address; null if there is none.</param>
/// <param name="Key">The key for a new one.</param>
public sealed record CalendarModel(DateTimeOffset? MadeAt, string Key)
{
    /// <summary>The address, only just after it was made.</summary>
    public string? Address { get; init; }
}
