using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Signing in as one of the made-up people of local mode.</summary>
internal sealed class LocalPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/be", List).AllowAnonymous();
        site.Pages.MapPost("/be/{memberId}", Be).AllowAnonymous();
    }

    private static async Task<Shown> List(Home home, SeededPeople people, CancellationToken cancel, string? to = null)
    {
        if (!home.Local) return RequestRefusals.NoSuchAddress.ToProblem();
        return Page.Of<BePage, BeModel>(new(await people.Read(cancel), ReturnUrl.Of(to)));
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Be(
        MemberId memberId, IFormCollection form, SeededPeople people, Sessions sessions, HttpContext http)
    {
        var person = (await people.Read(http.RequestAborted)).FirstOrDefault(one => one.MemberId == memberId);
        if (person is null) return RequestRefusals.NoSuchAddress.ToProblem();
        var role = person.Role == "coordinator" ? person.Role : null;
        // A phone that is closed and opened again is still signed in, and sends what waits on it.
        await sessions.Begin(http, memberId, role, keep: true);
        return TypedResults.LocalRedirect(ReturnUrl.Of(form["to"]) ?? "/home");
    }
}

/// <summary>The page on which one becomes somebody.</summary>
/// <param name="People">Whom one can become.</param>
/// <param name="To">The page to go to then.</param>
public sealed record BeModel(IReadOnlyList<SeededPerson> People, string? To);
