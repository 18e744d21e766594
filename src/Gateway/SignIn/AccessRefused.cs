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
            context.Response.Redirect(ReturnUrl.SignInFor(PageOf(context)));
            return;
        }
        var refusal = authorizeResult.Challenged ? await WhyNobody(context) : AccessRefusals.CoordinatorsOnly;
        if (authorizeResult.Challenged)
            context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await refusal.ToProblem().ExecuteAsync(context);
    }

    // The address of a form may have no page: then the one above it is where the form was.
    private static string PageOf(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method)) return $"{http.Request.Path}{http.Request.QueryString}";
        var pages = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(HasPage).Select(RouteOf).ToHashSet();
        var route = http.GetEndpoint() is RouteEndpoint form ? RouteOf(form) : "";
        var path = http.Request.Path.Value!.TrimEnd('/');
        while (!pages.Contains(route) && route.LastIndexOf('/') > 0)
        {
            route = route[..route.LastIndexOf('/')];
            path = path[..path.LastIndexOf('/')];
        }
        return pages.Contains(route) ? path : "/home";
    }

    private static string RouteOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimEnd('/');

    private static bool HasPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;

    // The result is the one the policy had: a scheme authenticates a request once.
    private static async Task<Refusal> WhyNobody(HttpContext http)
    {
        var token = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return token.Failure is null ? RequestRefusals.SignInNeeded : RequestRefusals.TokenRefused;
    }
}
