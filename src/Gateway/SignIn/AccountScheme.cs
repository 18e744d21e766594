using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Asks an issuer who somebody is (OpenID Connect, code flow with PKCE), and for nothing but that: no name, no email
/// address, and no token is kept.
/// </summary>
internal static class AccountScheme
{
    /// <summary>The scheme.</summary>
    public const string Name = "account";

    /// <summary>Where the issuer sends people back to.</summary>
    public const string ReturnPath = "/sign-in/account/return";

    /// <summary>How long somebody may take at the issuer.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Registers the scheme, if the settings name an issuer.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddTransient<OpenIdConnectHandler>();
        services.AddTransient<AccountReturn>();
        services.AddSingleton<AccountDeparture>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddOptions<OpenIdConnectOptions>(Name)
            .Configure<IOptions<GatewayOptions>>((account, gateway) => Configure(account, gateway.Value));
        // The handler looks at every request, so it is left out where nobody needs it.
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<GatewayOptions>>((schemes, gateway) =>
        {
            if (gateway.Value.Accounts.ClientId is not null) schemes.AddScheme<OpenIdConnectHandler>(Name, null);
        });
    }

    private static void Configure(OpenIdConnectOptions account, GatewayOptions gateway)
    {
        var settings = gateway.Accounts;
        account.Authority = settings.Authority ?? gateway.Tokens.Authority;
        account.RequireHttpsMetadata = !gateway.Local;
        account.ClientId = settings.ClientId;
        account.ClientSecret = settings.ClientSecretFile is { } file ? File.ReadAllText(file).Trim() : null;
        account.ResponseType = OpenIdConnectResponseType.Code;
        account.ResponseMode = OpenIdConnectResponseMode.Query;
        account.Scope.Clear();
        account.Scope.Add(OpenIdConnectScope.OpenId);
        account.MapInboundClaims = false;
        account.SaveTokens = false;
        account.DisableTelemetry = true;
        account.CallbackPath = ReturnPath;
        account.RemoteAuthenticationTimeout = Lifetime;
        account.ProtocolValidator.NonceLifetime = Lifetime;
        account.BackchannelTimeout = Timeout;
        account.TokenValidationParameters.ValidAlgorithms = Tokens.Algorithms;
        // Never used: whoever comes back is signed in like everybody else, through Sessions.
        account.SignInScheme = SessionCookie.Scheme;
        account.EventsType = typeof(AccountReturn);
        Configure(account.CorrelationCookie, "peernet-account-state.", gateway);
        Configure(account.NonceCookie, "peernet-account-nonce.", gateway);
    }

    // Lax, because the issuer leads back here from another site.
    private static void Configure(CookieBuilder cookie, string name, GatewayOptions gateway)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = gateway.Local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
