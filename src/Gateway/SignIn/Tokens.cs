using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Gateway.SignIn;

/// <summary>Bearer tokens of the area's own issuer (JWT, RFC 7519): <c>aud</c> is the area, <c>sub</c> the member's id, <c>role</c> coordinator or networkCoordinator if any.</summary>
internal static class Tokens
{
    public static void AddTokens(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptions<GatewayOptions>>((bearer, gateway) => Configure(bearer, gateway.Value));
    }

    private static void Configure(JwtBearerOptions bearer, GatewayOptions gateway)
    {
        var tokens = gateway.Tokens;
        bearer.MapInboundClaims = false;
        bearer.Authority = tokens.Authority;
        bearer.TokenValidationParameters = new()
        {
            ValidIssuer = tokens.Issuer ?? tokens.Authority,
            ValidAudience = gateway.Area,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            NameClaimType = "sub",
            RoleClaimType = "role",
            ClockSkew = TimeSpan.FromSeconds(30),
            IssuerSigningKey = tokens.PublicKeyFile is { } file ? KeyIn(file) : null,
        };
        bearer.Events = new()
        {
            OnTokenValidated = token =>
            {
                if (CurrentCaller.Of(token.Principal!) is null) token.Fail("The token names no member.");
                return Task.CompletedTask;
            },
        };
    }

    private static AsymmetricSecurityKey KeyIn(string file)
    {
        var pem = File.ReadAllText(file);
        if (pem.Contains("RSA", StringComparison.Ordinal))
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new RsaSecurityKey(rsa);
        }
        var ec = ECDsa.Create();
        ec.ImportFromPem(pem);
        return new ECDsaSecurityKey(ec);
    }
}
