using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>What is held about a person: to see, to print and to take away.</summary>
internal sealed class MePages : IEndpoints
{
    // Names of those who looked are read group by group; the groups that meet next are enough to know most of them.
    private const int MaxGroups = 20;

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me", Show).ForMembers();
        site.Pages.MapGet("/me/print", Print).ForMembers();
        site.Pages.MapGet("/me/looks", Looks).ForMembers();
        site.Pages.MapGet("/me/data.json", Download).ForMembers();
    }

    private static async Task<Shown> Show(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by) =>
        (await HeldAboutMe.Read(home, finder, clock, by.Caller)).ToPage<MePage, HeldAboutMe>();

    private static async Task<Shown> Print(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await HeldAboutMe.Read(home, finder, clock, by.Caller)).Refused(out var refusal, out var held))
            return refusal.ToProblem();
        return Page.Of<PrintPage, HeldAboutMe>(await held.WithIntentions(home, clock, by.Caller));
    }

    private static async Task<Shown> Looks(Home home, CurrentCaller by)
    {
        var me = home.Member(by.Caller.Member!.Value);
        if ((await me.ListViews(by.Caller)).Refused(out var refusal, out var views)) return refusal.ToProblem();
        if (views.IsEmpty) return Page.Of<LooksPage, LooksModel>(new([]));
        if ((await me.Get(by.Caller)).Refused(out var unknown, out var person)) return unknown.ToProblem();
        // Reading another person's own record would be a look at them.
        var mine = (person.Groups ?? []).Where(group => group.Part >= Part.Member).Take(MaxGroups);
        var groups = await Task.WhenAll(mine.Select(group => home.Group(group.GroupId).Get(by.Caller)));
        var names = groups.SelectMany(read => read.Refused(out _, out var group) ? [] : group.People ?? [])
            .ToLookup(one => $"{one.MemberId}", one => one.Name);
        return Page.Of<LooksPage, LooksModel>(new(
            [.. views.Reverse().Select(view => new Look(view, names[view.By].OfType<string>().FirstOrDefault()))]));
    }

    private static async Task<Results<JsonHttpResult<HeldAboutMe>, ProblemHttpResult>> Download(
        Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by, HttpResponse response)
    {
        if ((await HeldAboutMe.Read(home, finder, clock, by.Caller)).Refused(out var refusal, out var held))
            return refusal.ToProblem();
        response.Headers.ContentDisposition = "attachment; filename=\"peernet.json\"";
        return TypedResults.Json(await held.WithIntentions(home, clock, by.Caller));
    }
}

/// <summary>Who has looked at a person's contact and needs.</summary>
/// <param name="Items">The looks, the latest first.</param>
public sealed record LooksModel(IReadOnlyList<Look> Items);

/// <summary>A look, and the name of whoever looked if the person may see it.</summary>
public sealed record Look(Contracts.Members.MemberView View, string? Name)
{
    /// <summary>Whether a coordinator looked.</summary>
    public bool IsByCoordinator => View.By == "coordinator";
}
