using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Signing in and out.</summary>
internal sealed class SignInPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sign-in", Show).AllowAnonymous();
        site.Pages.MapGet("/sign-out", Ask).AllowAnonymous();
        site.Pages.MapPost("/sign-out", SignOut).AllowAnonymous();
    }

    private static RazorComponentResult Show(string? to = null) =>
        Page.Of<SignInPage, SignInModel>(new(ReturnUrl.Of(to)));

    private static RazorComponentResult Ask() => Page.Of<SignOutPage>();

    private static async Task<RedirectHttpResult> SignOut(IFormCollection form, HttpContext http)
    {
        await http.SignOutAsync(SessionCookie.Scheme);
        // What the pages kept for use without a network belongs to the person who has left.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect("/");
    }
}

/// <summary>The sign-in page.</summary>
/// <param name="To">The page to go to then.</param>
public sealed record SignInModel(string? To);
