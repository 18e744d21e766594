using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Seats;

/// <summary>The page of a group of another area, on which people ask for a seat and give it up.</summary>
internal sealed class SeatPages : IEndpoints
{
    private const string Group = "/areas/{area}/groups/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Group, Show).AllowAnonymous();
        site.Pages.MapGet($"{Group}/seat", Back).AllowAnonymous();
        site.Pages.MapGet($"{Group}/seat/end", Back).AllowAnonymous();
        site.Pages.MapPost($"{Group}/seat", Ask).ForMembers().Within(limits => limits.SeatsPerDay);
        site.Pages.MapPost($"{Group}/seat/end", End).ForMembers();
    }

    private static async Task<Sent> Show(
        AreaId area, GroupId id, Home home, GroupSearch finder, Neighbours neighbours, TimeProvider clock,
        CurrentCaller by)
    {
        if (area == home.Area) return TypedResults.LocalRedirect($"/groups/{id}");
        var found = Find(area, id, finder, neighbours, clock);
        if (found.Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Of<GroupPage, GroupPageModel>(await SeenBy(by.Caller, page, home));
    }

    private static RedirectHttpResult Back(AreaId area, GroupId id) => TypedResults.LocalRedirect(UrlOf(area, id));

    private static async Task<Sent> Ask(
        AreaId area, GroupId id, IFormCollection form, Home home, GroupSearch finder, Neighbours neighbours,
        TimeProvider clock, CurrentCaller by)
    {
        var found = Find(area, id, finder, neighbours, clock);
        if (found.Refused(out var refusal, out var page)) return refusal.ToProblem();
        var said = form.ReadSeat();
        var request = new AskForSeat { Area = area, GroupId = id, ShownAs = said.ShownAs!, Consent = said.Consent };
        var asked = await home.Seat(said.Seat).Ask(request, by.Caller);
        if (!asked.Refused(out refusal, out _)) return TypedResults.LocalRedirect(UrlOf(area, id));
        // They have asked on another page, and this one shows what has become of it.
        if (refusal.Code == SeatRefusals.Taken(said.Seat).Code) return TypedResults.LocalRedirect(UrlOf(area, id));
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        var again = await SeenBy(by.Caller, page, home);
        again = again with { Form = said.After(refusal), Errors = SeatWords.ErrorsOf(refusal) };
        return Page.Again<GroupPage, GroupPageModel>(again);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> End(
        AreaId area, GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!SeatId.TryParse(form["seatId"], out var seat)) return SeatRefusals.NotFound.ToProblem();
        return (await home.Seat(seat).End(by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect(UrlOf(area, id));
    }

    private static Result<GroupPageModel> Find(
        AreaId area, GroupId id, GroupSearch finder, Neighbours neighbours, TimeProvider clock)
    {
        if (neighbours.Find(area) is not { } neighbour) return neighbours.NoSuchArea;
        return finder.FindCard(area, id, clock.GetUtcNow()) is { } card
            ? GroupPageModel.Abroad(card, neighbour, clock)
            : GroupRefusals.NotFound;
    }

    /// <summary>The page with the caller's seat.</summary>
    private static async Task<GroupPageModel> SeenBy(Caller by, GroupPageModel page, Home home)
    {
        if (by.Member is not { } member) return page;
        page = page with { IsSignedIn = true, Form = new(SeatId.Random(), null) };
        if ((await home.Member(member).Get(by)).Refused(out _, out var self)) return page;
        page = page with
        {
            Form = new(SeatId.Random(), self.Name),
            LeadsAGroup = self.Groups?.Any(one => one.Part >= Part.CoLead) == true,
        };
        return page with { Seat = await home.ReadSeat(self, page.Area, page.Id, null, by) };
    }

    private static string UrlOf(AreaId area, GroupId id) => $"/areas/{area}/groups/{id}#you";
}
