using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The address with which somebody who is signed in can come back: giving one, and showing that it is theirs.
/// </summary>
internal sealed class EmailPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/email", Show).ForMembers();
        site.Pages.MapPost("/me/email", Ask).ForMembers().WithinSignIns();
        site.Pages.MapGet("/me/email/code", ShowCode).AllowAnonymous();
        site.Pages.MapPost("/me/email/code", Enter).ForMembers().WithinSignIns();
    }

    /// <summary>The page that asks for the code, which it fills in if it is one.</summary>
    public static string CodeUrl(string? typed) =>
        SignInCode.TryParse(typed, out var code) ? $"/me/email/code?code={code.Text}" : "/me/email/code";

    private static async Task<Shown> Show(Home home, CurrentCaller by, string? to = null)
    {
        if ((await home.Member(by.Caller.Member!.Value).Get(by.Caller)).Refused(out var refusal, out var me))
            return refusal.ToProblem();
        return Page.Of<EmailPage, EmailModel>(
            new(me.SignInAddress, ReturnUrl.Of(to)) { Email = me.SignInAddress is null ? me.Contact?.Email : null });
    }

    private static async Task<Sent> Ask(
        IFormCollection form, Home home, SignInTicket ticket, CurrentCaller by, HttpContext http)
    {
        if ((await home.Member(by.Caller.Member!.Value).Get(by.Caller)).Refused(out var refusal, out var me))
            return refusal.ToProblem();
        var typed = new EmailModel(me.SignInAddress, ReturnUrl.Of(form["to"])) { Email = form.Text("email") };
        if (!EmailAddress.TryParse(typed.Email, out var address))
            return Again(typed, SignInPages.NotAnAddress);
        if ((await home.SignIn(address).AskToAdd(address)).Refused(out refusal, out _))
            return Again(typed, FormErrors.Of(refusal, "email"));
        ticket.Write(http, new(address.Text, typed.To) { Adding = true });
        return TypedResults.LocalRedirect("/me/email/code");
    }

    private static Sent ShowCode(
        SignInTicket ticket, IOptions<GatewayOptions> options, CurrentCaller by, HttpContext http, string? code = null)
    {
        var filledIn = SignInCode.TryParse(code, out var read) ? read.Text : null;
        var isSignedIn = by.Caller.Member is not null;
        // Whoever signs in here with the new address becomes somebody new, so the code is for where they are signed in.
        if (!isSignedIn && filledIn is not null) return Page.Of<CodeElsewherePage, string>(filledIn);
        var asked = ticket.ReadAdding(http);
        var isKnown = asked is not null || filledIn is not null;
        if (!isSignedIn || !isKnown) return TypedResults.LocalRedirect("/me/email");
        return Page.Of<EmailCodePage, CodeModel>(CodeModel.Of(asked, options.Value) with { Code = filledIn });
    }

    private static async Task<Sent> Enter(
        IFormCollection form, Home home, SignInTicket ticket, IOptions<GatewayOptions> options, CurrentCaller by,
        HttpContext http)
    {
        var known = ticket.ReadAdding(http);
        var asked = known ?? new(form.Text("email"), null);
        var typed = CodeModel.Of(known, options.Value) with
        {
            Code = form.Text("code"), Email = form.Text("email"),
        };
        if (asked.Address is not { } address) return Again(typed, [new("email", CodePages.NoAddress)]);
        if (!SignInCode.TryParse(typed.Code, out var code)) return Again(typed, [new("code", CodePages.NoCode)]);
        if ((await home.SignIn(address).Add(address, code, by.Caller)).Refused(out var refusal, out _))
            return Again(typed, FormErrors.Of(refusal, "code"));
        ticket.Delete(http);
        return TypedResults.LocalRedirect(ReturnUrl.Via("/me/email", ReturnUrl.Of(asked.To)));
    }

    private static Sent Again(EmailModel typed, FormErrors errors) =>
        Page.Again<EmailPage, EmailModel>(typed with { Errors = errors });

    private static Sent Again(CodeModel typed, FormErrors errors) =>
        Page.Again<EmailCodePage, CodeModel>(typed with { Errors = errors });
}

/// <summary>The page about the address with which a person comes back.</summary>
/// <param name="Known">The address that they have shown to be theirs, or null.</param>
/// <param name="To">The page to go to then.</param>
public sealed record EmailModel(string? Known, string? To)
{
    /// <summary>What was typed, or the address in their record that they have not shown to be theirs.</summary>
    public string? Email { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>Whether somebody can come back with a code by email.</summary>
internal static class WayBack
{
    /// <summary>Whether there is an address to mail a code to: theirs, or the one in their record.</summary>
    public static bool HasAddress(this MemberDetails person) =>
        (person.SignInAddress ?? person.Contact?.Email) is not null;
}
