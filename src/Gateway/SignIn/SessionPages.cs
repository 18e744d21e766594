using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Where a person is signed in, and signing out there.</summary>
internal sealed class SessionPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/sessions", List).ForMembers();
        site.Pages.MapPost("/me/sessions/end", EndAll).ForMembers();
        site.Pages.MapPost("/me/sessions/{id}/end", End).ForMembers();
    }

    private static async Task<RazorComponentResult> List(Home home, CurrentCaller by, HttpContext http)
    {
        var member = by.Caller.Member!.Value;
        var sessions = home.Sessions(member).List(by.Caller);
        var programs = home.Programs(member).List(by.Caller);
        var calendar = home.CalendarKey(member).FindMadeAt(by.Caller);
        var passkeys = home.Passkeys(member).List(by.Caller);
        var account = home.LinkedAccount(member).Find(by.Caller);
        var me = home.Member(member).Get(by.Caller);
        return Page.Of<SessionsPage, SessionsModel>(new(await sessions, Sessions.Of(http.User), member)
        {
            Programs = (await programs).Length, HasCalendar = await calendar is not null,
            Passkeys = (await passkeys).Length, HasAccount = await account is not null,
            HasAddress = !(await me).Refused(out _, out var person) && person.HasAddress(),
        });
    }

    private static async Task<RedirectHttpResult> End(
        SessionId id, IFormCollection form, Sessions sessions, CurrentCaller by, HttpContext http)
    {
        if (Sessions.Of(http.User) == id)
        {
            await sessions.End(http);
            return TypedResults.LocalRedirect("/");
        }
        await sessions.End(by.Caller.Member!.Value, id, by.Caller);
        return TypedResults.LocalRedirect("/me/sessions");
    }

    private static async Task<RedirectHttpResult> EndAll(
        IFormCollection form, Sessions sessions, CurrentCaller by, HttpContext http)
    {
        await sessions.EndAll(http, by.Caller.Member!.Value, by.Caller);
        return TypedResults.LocalRedirect("/");
    }
}

/// <summary>The page about where a person is signed in.</summary>
/// <param name="Sessions">The sessions, the last used first.</param>
/// <param name="Current">The session of this browser.</param>
/// <param name="Member">The person's ID.</param>
public sealed record SessionsModel(ImmutableArray<SessionDetails> Sessions, SessionId? Current, MemberId Member)
{
    /// <summary>How many programs act for them.</summary>
    public int Programs { get; init; }

    /// <summary>Whether they have an email address, with which they can come back.</summary>
    public bool HasAddress { get; init; }

    /// <summary>How many passkeys they have.</summary>
    public int Passkeys { get; init; }

    /// <summary>Whether an account elsewhere is linked.</summary>
    public bool HasAccount { get; init; }

    /// <summary>Whether their calendar has a secret address.</summary>
    public bool HasCalendar { get; init; }
}
