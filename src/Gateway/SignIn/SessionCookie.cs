using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The cookie of a signed-in person: the same claims as a bearer token (<c>sub</c>, <c>role</c>) and no name or e-mail
/// address.
/// </summary>
internal static class SessionCookie
{
    /// <summary>The scheme of the cookie.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Registers the scheme, which every policy accepts beside bearer tokens.</summary>
    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<IOptions<GatewayOptions>, AreaCoordinators>(
                (session, gateway, coordinators) => Configure(session, gateway.Value, coordinators));
    }

    /// <summary>The principal of a person, with their role in the area if they have one.</summary>
    public static ClaimsPrincipal Of(MemberId member, string? role)
    {
        Claim[] claims = role is null ? [new("sub", $"{member}")] : [new("sub", $"{member}"), new("role", role)];
        return new(new ClaimsIdentity(claims, Scheme, "sub", "role"));
    }

    private static void Configure(
        CookieAuthenticationOptions session, GatewayOptions gateway, AreaCoordinators coordinators)
    {
        // Cookies ignore ports, so the areas of local mode need names of their own; and its addresses are plain http.
        session.Cookie.Name = gateway.Local ? $"peernet-{gateway.Area}" : "__Host-peernet";
        session.Cookie.SecurePolicy = gateway.Local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        session.Cookie.HttpOnly = true;
        // Another site cannot write in a person's name: its PUT and DELETE come without the cookie.
        session.Cookie.SameSite = SameSiteMode.Lax;
        session.Cookie.Path = "/";
        session.ExpireTimeSpan = Lifetime;
        session.SlidingExpiration = true;
        session.Events.OnValidatePrincipal = context =>
        {
            var by = CurrentCaller.Of(context.Principal!);
            // Local mode knows its made-up coordinators from another list.
            var isCoordinator = gateway.Local || by is not { Coordinates: true, Member: { } member }
                || coordinators.RoleOf(member) is not null;
            if (by is null || !isCoordinator) context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }
}
