using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>Being erased: what goes and what stays, once more a question, and that it is done.</summary>
internal sealed class ErasePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/erase", Show).ForMembers();
        site.Pages.MapPost("/me/erase", Erase).ForMembers();
        site.Pages.MapGet("/erased", ShowErased).AllowAnonymous();
    }

    private static async Task<Shown> Show(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        return (await HeldAboutMe.Read(home, finder, clock, by.Caller)).Refused(out var refusal, out var held)
            ? refusal.ToProblem()
            : Page.Of<ErasePage, EraseModel>(new(held, FormErrors.None));
    }

    private static async Task<Sent> Erase(
        IFormCollection form, Home home, GroupSearch finder, TimeProvider clock, ErasedCallers callers,
        Sessions sessions, CurrentCaller by, HttpContext http)
    {
        if (form["erase"] != "yes") return await Ask(home, finder, clock, by);
        var me = by.Caller.Member!.Value;
        if ((await home.Member(me).Erase(by.Caller)).Refused(out var refusal, out _)) return refusal.ToProblem();
        callers.Note(me);
        await sessions.EndAll(http, me, by.Caller);
        return TypedResults.LocalRedirect("/erased");
    }

    private static async Task<Sent> Ask(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await HeldAboutMe.Read(home, finder, clock, by.Caller)).Refused(out var refusal, out var held))
            return refusal.ToProblem();
        return Page.Again<ErasePage, EraseModel>(new(held, [new("erase", "Tick the box if you are sure.")]));
    }

    private static RazorComponentResult ShowErased() => Page.Of<ErasedPage>();
}

/// <summary>The page that asks whether a person wants to be erased.</summary>
/// <param name="Held">What is held about them.</param>
/// <param name="Errors">What is wrong with their answer.</param>
public sealed record EraseModel(HeldAboutMe Held, FormErrors Errors);
