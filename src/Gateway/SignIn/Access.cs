using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Who may call an endpoint. Each one says <c>AllowAnonymous</c>, <c>ForMembers</c> or <c>ForCoordinators</c>; what a
/// caller may then see or change is the record's decision.
/// </summary>
internal static class Access
{
    /// <summary>Signed in, with a token or a session of this area.</summary>
    public const string Members = "members";

    /// <summary>Signed in as a coordinator of this area.</summary>
    public const string Coordinators = "coordinators";

    /// <summary>Anyone who is signed in.</summary>
    public static TBuilder ForMembers<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(Members);

    /// <summary>Coordinators of the area.</summary>
    public static TBuilder ForCoordinators<TBuilder>(
        this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(Coordinators);

    /// <summary>Registers the policies. An endpoint that declares none is closed to visitors.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Members, SignedIn().Build())
            .AddPolicy(
                Coordinators,
                SignedIn().RequireAssertion(by => CurrentCaller.Of(by.User) is { Coordinates: true }).Build())
            .SetFallbackPolicy(SignedIn().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefused>();
    }

    // Programs bring a token and people a cookie; from here on nothing asks which it was.
    private static AuthorizationPolicyBuilder SignedIn()
    {
        return new AuthorizationPolicyBuilder(
            JwtBearerDefaults.AuthenticationScheme, CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser();
    }
}
