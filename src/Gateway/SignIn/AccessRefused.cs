using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Answers a caller whom a policy turns away: 401 when nobody is signed in, 403 when somebody is; people in front of a
/// page are sent to the sign-in page instead. The schemes themselves are never asked to challenge, so an API call is
/// never redirected.
/// </summary>
internal sealed class AccessRefused : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }
        if (authorizeResult.Challenged && ProblemPage.IsFor(context.Request))
        {
            context.Response.Redirect(ReturnUrl.SignInFor(context.Request));
            return;
        }
        var refusal = authorizeResult.Challenged ? await WhyNobody(context) : AccessRefusals.CoordinatorsOnly;
        if (authorizeResult.Challenged)
            context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await refusal.ToProblem().ExecuteAsync(context);
    }

    // The result is the one the policy had: a scheme authenticates a request once.
    private static async Task<Refusal> WhyNobody(HttpContext http)
    {
        var token = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return token.Failure is null ? RequestRefusals.SignInNeeded : RequestRefusals.TokenRefused;
    }
}
