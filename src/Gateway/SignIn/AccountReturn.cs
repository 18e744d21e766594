using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Somebody comes back from the issuer, and the framework has checked what they bring. Nothing that the issuer said is
/// shown or logged.
/// </summary>
internal sealed partial class AccountReturn(
    Home home, AreaCoordinators coordinators, Sessions sessions, ILogger<AccountReturn> log)
    : OpenIdConnectEvents
{
    // TLS may end at a proxy in front of the Gateway.
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = $"{home.SiteOf(context.Request)}{AccountScheme.ReturnPath}";
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var visit = AccountVisit.Read(context.Properties);
        var subject = context.Principal!.FindFirst("sub")!;
        var account = AccountDigest.Of(subject.Issuer, subject.Value);
        context.Response.Redirect(visit.Linking is null
            ? await SignIn(context.HttpContext, visit, account)
            : await Link(context.HttpContext, visit, account));
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(AccountVisit.Read(context.Properties).BackWith(AccountVisit.Failed));
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        NotSignedIn((context.Failure?.InnerException ?? context.Failure)?.GetType().FullName);
        context.HandleResponse();
        context.Response.Redirect(AccountVisit.Read(context.Properties).BackWith(AccountVisit.Failed));
        return Task.CompletedTask;
    }

    private async Task<string> SignIn(HttpContext http, AccountVisit visit, AccountDigest account)
    {
        if (await home.Accounts(account).Use(account) is not { } member) return visit.BackWith(AccountVisit.Unknown);
        await sessions.Begin(http, member, coordinators.RoleOf(member), visit.Keep);
        return visit.To ?? "/home";
    }

    // The state could come back in the browser of somebody else, whose record this must not be linked to.
    private async Task<string> Link(HttpContext http, AccountVisit visit, AccountDigest account)
    {
        var who = (await http.AuthenticateAsync(SessionCookie.Scheme)).Principal;
        if (who is null || CurrentCaller.Of(who) is not { } by || by.Member != visit.Linking)
            return visit.BackWith(AccountVisit.Failed);
        var linked = await home.Accounts(account).Link(account, by);
        return linked.Refused(out _, out _) ? visit.BackWith(AccountVisit.Taken) : "/me/account";
    }

    [LoggerMessage(2201, LogLevel.Warning, "Somebody could not sign in with an account elsewhere: {Type}")]
    private partial void NotSignedIn(string? type);
}
