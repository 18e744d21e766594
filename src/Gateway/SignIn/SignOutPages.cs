using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Signing out in this browser.</summary>
internal sealed class SignOutPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sign-out", Ask).AllowAnonymous();
        site.Pages.MapPost("/sign-out", SignOut).AllowAnonymous();
    }

    private static async Task<RazorComponentResult> Ask(Home home, CurrentCaller by) =>
        Page.Of<SignOutPage, SignOutModel>(new(await IsLockedOut(home, by.Caller)));

    private static async Task<RedirectHttpResult> SignOut(IFormCollection form, Sessions sessions, HttpContext http)
    {
        await sessions.End(http);
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<bool> IsLockedOut(Home home, Caller by)
    {
        if (by.Member is not { } member) return false;
        var passkeys = home.Passkeys(member).List(by);
        var account = home.LinkedAccount(member).Find(by);
        var me = await home.Member(member).Get(by);
        return (await passkeys).IsEmpty && await account is null
            && !me.Refused(out _, out var person) && !person.HasAddress();
    }
}

/// <summary>The page that asks whether to sign out.</summary>
/// <param name="IsLockedOut">Whether they have no way to come back afterwards.</param>
public sealed record SignOutModel(bool IsLockedOut);
