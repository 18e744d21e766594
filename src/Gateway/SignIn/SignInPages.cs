using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Asking for a code.</summary>
internal sealed class SignInPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sign-in", Show).AllowAnonymous();
        site.Pages.MapPost("/sign-in", Ask).AllowAnonymous().WithinSignIns();
    }

    private static RazorComponentResult Show(string? to = null, string? account = null) =>
        Page.Of<SignInPage, SignInModel>(new(ReturnUrl.Of(to)) { Account = account });

    // The answer never depends on who has the address, because nothing here finds out.
    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Ask(
        IFormCollection form, Home home, SignInTicket ticket, HttpContext http)
    {
        var typed = new SignInModel(ReturnUrl.Of(form["to"]), form["email"]);
        if (!EmailAddress.TryParse(typed.Email, out var address)) return Again(typed, NotAnAddress);
        if ((await home.SignIn(address).Ask(address)).Refused(out var refusal, out _))
            return Again(typed, FormErrors.Of(refusal, "email"));
        ticket.Write(http, new(address.Text, typed.To));
        return TypedResults.LocalRedirect("/sign-in/code");
    }

    /// <summary>What is wrong with what is not an address.</summary>
    public static FormErrors NotAnAddress => [new("email", "Enter your email address, like name@example.org.")];

    private static RazorComponentResult Again(SignInModel typed, FormErrors errors) =>
        Page.Again<SignInPage, SignInModel>(typed with { Errors = errors });
}

/// <summary>The page that asks for an email address.</summary>
/// <param name="To">The page to go to then.</param>
/// <param name="Email">What was typed.</param>
public sealed record SignInModel(string? To, string? Email = null)
{
    /// <summary>Why somebody could not sign in with an account elsewhere.</summary>
    public string? Account { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
