using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Primitives;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Sends somebody to the issuer, to say there who they are.</summary>
internal sealed partial class AccountDeparture(Home home, ILogger<AccountDeparture> log)
{
    /// <summary>
    /// A page that leads to the issuer by itself. A redirect would be part of sending the form, which browsers let
    /// lead to this site alone (<c>form-action</c>), and nobody can list where an issuer leads on to.
    /// </summary>
    public async Task<Sent> Leave(HttpContext http, AccountVisit visit)
    {
        if (home.AccountName is not { } name) return RequestRefusals.NoSuchAddress.ToProblem();
        try
        {
            await http.ChallengeAsync(AccountScheme.Name, visit.Write());
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The framework first asks the issuer for its addresses, and the issuer does not answer.
            CannotLeave((fault.InnerException ?? fault).GetType().FullName);
            return TypedResults.LocalRedirect(visit.BackWith(AccountVisit.Failed));
        }
        var address = http.Response.Headers.Location.ToString();
        http.Response.Headers.Location = StringValues.Empty;
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Page.Of<LeavingPage, LeavingModel>(new(name, address));
    }

    [LoggerMessage(2202, LogLevel.Warning, "The issuer of accounts does not answer: {Type}")]
    private partial void CannotLeave(string? type);
}

/// <summary>The page that leads to the issuer.</summary>
/// <param name="Name">What people call an account there.</param>
/// <param name="Address">Where the issuer asks who somebody is.</param>
public sealed record LeavingModel(string Name, string Address);
