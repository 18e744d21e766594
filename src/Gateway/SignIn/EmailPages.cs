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
        site.Pages.MapGet("/me/email/code", ShowCode).ForMembers();
        site.Pages.MapPost("/me/email/code", Enter).ForMembers().WithinSignIns();
    }

    private static async Task<Shown> Show(Home home, CurrentCaller by)
    {
        if ((await home.Member(by.Caller.Member!.Value).Get(by.Caller)).Refused(out var refusal, out var me))
            return refusal.ToProblem();
        return Page.Of<EmailPage, EmailModel>(
            new(me.SignInAddress) { Email = me.SignInAddress is null ? me.Contact?.Email : null });
    }

    private static async Task<Sent> Ask(
        IFormCollection form, Home home, SignInTicket ticket, CurrentCaller by, HttpContext http)
    {
        if ((await home.Member(by.Caller.Member!.Value).Get(by.Caller)).Refused(out var refusal, out var me))
            return refusal.ToProblem();
        var typed = new EmailModel(me.SignInAddress) { Email = form.Text("email") };
        if (!EmailAddress.TryParse(typed.Email, out var address))
            return Again(typed, SignInPages.NotAnAddress);
        if ((await home.SignIn(address).Ask(address)).Refused(out refusal, out _))
            return Again(typed, FormErrors.Of(refusal, "email"));
        ticket.Write(http, new(address.Text, null));
        return TypedResults.LocalRedirect("/me/email/code");
    }

    private static Sent ShowCode(SignInTicket ticket, IOptions<GatewayOptions> options, HttpContext http)
    {
        if (ticket.Read(http) is not { } asked) return TypedResults.LocalRedirect("/me/email");
        return Page.Of<EmailCodePage, CodeModel>(CodeModel.Of(asked, options.Value));
    }

    private static async Task<Sent> Enter(
        IFormCollection form, Home home, SignInTicket ticket, IOptions<GatewayOptions> options, CurrentCaller by,
        HttpContext http)
    {
        if (ticket.Read(http) is not { Address: { } address } asked) return TypedResults.LocalRedirect("/me/email");
        var typed = CodeModel.Of(asked, options.Value) with { Code = form.Text("code") };
        if (!SignInCode.TryParse(typed.Code, out var code)) return Again(typed, [new("code", "Enter the 6 numbers")]);
        if ((await home.SignIn(address).Add(address, code, by.Caller)).Refused(out var refusal, out _))
            return Again(typed, FormErrors.Of(refusal, "code"));
        ticket.Delete(http);
        return TypedResults.LocalRedirect("/me/email");
    }

    private static Sent Again(EmailModel typed, FormErrors errors) =>
        Page.Of<EmailPage, EmailModel>(typed with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);

    private static Sent Again(CodeModel typed, FormErrors errors) =>
        Page.Of<EmailCodePage, CodeModel>(typed with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page about the address with which a person comes back.</summary>
/// <param name="Known">The address that they have shown to be theirs, or null.</param>
public sealed record EmailModel(string? Known)
{
    /// <summary>What was typed, or the address in their record that they have not shown to be theirs.</summary>
    public string? Email { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>Whether somebody can come back with a code by e-mail.</summary>
internal static class WayBack
{
    /// <summary>Whether there is an address to mail a code to: theirs, or the one in their record.</summary>
    public static bool HasAddress(this MemberDetails person) =>
        (person.SignInAddress ?? person.Contact?.Email) is not null;
}
