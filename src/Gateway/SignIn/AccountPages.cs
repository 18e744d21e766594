using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Signing in with an account elsewhere, and linking one to one's own record.</summary>
internal sealed class AccountPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapPost("/sign-in/account", SignIn).AllowAnonymous().WithinSignIns();
        // The framework answers whoever comes back from the issuer, if there is one, before this does.
        site.Pages.MapGet(AccountScheme.ReturnPath, () => RequestRefusals.NoSuchAddress.ToProblem()).AllowAnonymous();
        site.Pages.MapGet("/me/account", Show).ForMembers();
        site.Pages.MapPost("/me/account", Link).ForMembers();
        site.Pages.MapPost("/me/account/remove", Unlink).ForMembers();
    }

    private static Task<Sent> SignIn(IFormCollection form, AccountDeparture departure, HttpContext http) =>
        departure.Leave(http, new(ReturnUrl.Of(form["to"]), form["keep"].Count > 0));

    private static async Task<Shown> Show(Home home, CurrentCaller by, string? account = null)
    {
        if (home.AccountName is not { } name) return RequestRefusals.NoSuchAddress.ToProblem();
        var linked = await home.LinkedAccount(by.Caller.Member!.Value).Find(by.Caller);
        return Page.Of<AccountPage, AccountModel>(new(name, linked) { Said = account });
    }

    private static Task<Sent> Link(
        IFormCollection form, CurrentCaller by, AccountDeparture departure, HttpContext http) =>
        departure.Leave(http, new(null, Linking: by.Caller.Member));

    private static async Task<RedirectHttpResult> Unlink(IFormCollection form, Home home, CurrentCaller by)
    {
        await home.LinkedAccount(by.Caller.Member!.Value).Unlink(by.Caller);
        return TypedResults.LocalRedirect("/me/account");
    }
}

/// <summary>The page about the account with which a person signs in.</summary>
/// <param name="Name">What people call an account there.</param>
/// <param name="Linked">The link, if there is one.</param>
public sealed record AccountModel(string Name, LinkedAccountDetails? Linked)
{
    /// <summary>What went wrong at the issuer.</summary>
    public string? Said { get; init; }
}
