using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Entering the code from the mail.</summary>
internal sealed class CodePages : IEndpoints
{
    /// <summary>What is wrong if nobody knows for which address the code is.</summary>
    public const string NoAddress = "Enter the address that we emailed.";

    /// <summary>What is wrong with what is not a code.</summary>
    public const string NoCode = "Enter the 6 numbers.";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sign-in/code", Show).AllowAnonymous();
        site.Pages.MapPost("/sign-in/code", Enter).AllowAnonymous().WithinSignIns();
    }

    private static Results<RazorComponentResult, RedirectHttpResult> Show(
        SignInTicket ticket, IOptions<GatewayOptions> options, CurrentCaller by, HttpContext http, string? code = null)
    {
        return IsAdding(ticket, by, http)
            ? TypedResults.LocalRedirect(EmailPages.CodeUrl(code))
            : Page.Of<CodePage, CodeModel>(CodeModel.Of(ticket.Read(http), options.Value) with { Code = code });
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Enter(
        IFormCollection form, Home home, SignInTicket ticket, AreaCoordinators coordinators, Sessions sessions,
        IOptions<GatewayOptions> options, TimeProvider clock, CurrentCaller by, HttpContext http)
    {
        if (IsAdding(ticket, by, http)) return TypedResults.LocalRedirect(EmailPages.CodeUrl(form["code"]));
        var typed = CodeModel.Of(ticket.Read(http), options.Value) with
        {
            Code = form["code"], Email = form["email"], Keep = form["keep"].Count > 0,
            AddPasskey = form["passkey"].Count > 0,
        };
        var asked = (ticket.Read(http) ?? new(form["email"].ToString(), null)) with
        {
            Keep = typed.Keep, AddPasskey = typed.AddPasskey,
        };
        if (asked.Address is not { } address) return Again(typed, "email", NoAddress);
        if (!SignInCode.TryParse(typed.Code, out var code)) return Again(typed, "code", NoCode);
        if ((await home.SignIn(address).Enter(address, code)).Refused(out var refusal, out var answer))
            return Again(typed, FormErrors.Of(refusal, "code"));
        if (answer.Member is not { } member)
        {
            ticket.Write(http, asked with { NewMember = Guid.CreateVersion7(clock.GetUtcNow()) });
            return TypedResults.LocalRedirect("/sign-in/name");
        }
        ticket.Delete(http);
        await sessions.Begin(http, member, coordinators.RoleOf(member), asked.Keep);
        return TypedResults.LocalRedirect(asked.Next);
    }

    // The code of somebody who is signed in must not sign them in as somebody new, who would then own the address.
    private static bool IsAdding(SignInTicket ticket, CurrentCaller by, HttpContext http) =>
        by.Caller.Member is not null && ticket.ReadAdding(http) is not null;

    private static RazorComponentResult Again(CodeModel typed, string field, string text) =>
        Again(typed, [new(field, text)]);

    private static RazorComponentResult Again(CodeModel typed, FormErrors errors) =>
        Page.Again<CodePage, CodeModel>(typed with { Errors = errors });
}

/// <summary>The page that asks for the code.</summary>
/// <param name="SentTo">The address that the code was mailed to; null if another browser asked for it.</param>
/// <param name="MailFolder">In local mode, the folder with the mail.</param>
public sealed record CodeModel(string? SentTo, string? MailFolder)
{
    /// <summary>The page for whoever asked in this browser, if anyone.</summary>
    internal static CodeModel Of(SigningIn? asked, GatewayOptions options) =>
        new(asked?.Email, options.Local ? options.LocalMailFolder : null) { To = ReturnUrl.Of(asked?.To) };

    /// <summary>The page to go to then.</summary>
    public string? To { get; init; }

    /// <summary>The code that was typed, or that the link in the mail has.</summary>
    public string? Code { get; init; }

    /// <summary>The address that was typed.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the person stays signed in when they close the browser.</summary>
    public bool Keep { get; init; }

    /// <summary>Whether the person wants to add a passkey then.</summary>
    public bool AddPasskey { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
