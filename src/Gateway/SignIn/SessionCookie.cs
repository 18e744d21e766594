using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The cookie of a signed-in person: the same claims as a bearer token (<c>sub</c>, <c>role</c>), the ID of the session
/// (<c>sid</c>), and no name or email address.
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

    /// <summary>The principal of a person in one session, with their role in the area if they have one.</summary>
    public static ClaimsPrincipal Of(MemberId member, SessionId session, string? role)
    {
        List<Claim> claims = [new("sub", $"{member}"), new(Sessions.Claim, $"{session}")];
        if (role is not null) claims.Add(new("role", role));
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
        session.Events.OnValidatePrincipal = async context =>
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
            if (!await IsValid(context.Principal!, sessions, gateway, coordinators)) context.RejectPrincipal();
        };
    }

    private static async ValueTask<bool> IsValid(
        ClaimsPrincipal who, Sessions sessions, GatewayOptions gateway, AreaCoordinators coordinators)
    {
        if (CurrentCaller.Of(who) is not { Member: { } member } by || Sessions.Of(who) is not { } session) return false;
        // Local mode knows its made-up coordinators from another list.
        if (by.Coordinates && !gateway.Local && coordinators.RoleOf(member) is null) return false;
        return await sessions.IsOpen(member, session, by);
    }
}
