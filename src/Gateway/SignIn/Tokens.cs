using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Bearer tokens of the area's own issuer (JWT, RFC 7519): <c>aud</c> is the area, <c>sub</c> the member's id,
/// <c>role</c>
/// coordinator or networkCoordinator, if any. Beside them, the tokens that people make for their own programs
/// (<see cref="ProgramToken"/>).
/// </summary>
internal static class Tokens
{
    /// <summary>How an issuer may sign, whatever its tokens are for.</summary>
    public static readonly IReadOnlyList<string> Algorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    private const string Subject = "sub";
    private const string Role = "role";

    // Stands for the keys from a file, which is read only once.
    private static readonly object OfFile = new();

    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<VerifiedTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<GatewayOptions>, VerifiedTokens>(
                (bearer, gateway, verified) => Configure(bearer, gateway.Value, verified));
    }

    private static void Configure(JwtBearerOptions bearer, GatewayOptions gateway, VerifiedTokens verified)
    {
        var tokens = gateway.Tokens;
        bearer.MapInboundClaims = false;
        // Nothing reads the token later, so it is not saved.
        bearer.SaveToken = false;
        bearer.Authority = tokens.Authority;
        bearer.TokenValidationParameters = new()
        {
            ValidIssuer = tokens.Issuer ?? tokens.Authority,
            ValidAudience = gateway.Area,
            ValidAlgorithms = Algorithms,
            NameClaimType = Subject,
            RoleClaimType = Role,
            ClockSkew = TimeSpan.FromSeconds(30),
            IssuerSigningKey = tokens.PublicKeyFile is { } file ? PublicKeyFile.Read(file) : null,
        };
        bearer.Events = new()
        {
            OnMessageReceived = received => Recall(received, verified),
            OnTokenValidated = validated => Remember(validated, verified),
        };
    }

    private static async Task Recall(MessageReceivedContext received, VerifiedTokens verified)
    {
        var sent = received.Request.Headers.Authorization.ToString();
        if (ProgramToken.Read(sent) is { } program)
        {
            await Ask(received, program);
            return;
        }
        if (sent.Length == 0 || await KeysOf(received.Options, received.HttpContext.RequestAborted) is not { } keys)
            return;
        // Read before the token is verified. If the issuer's keys change meanwhile, the token is verified again.
        received.HttpContext.Items[typeof(VerifiedTokens)] = keys;
        if (verified.Find(sent, keys) is not { } principal) return;
        received.Principal = principal;
        received.Success();
    }

    private static async Task Ask(MessageReceivedContext received, SecretKey program)
    {
        var programs = received.HttpContext.RequestServices.GetRequiredService<Programs>();
        received.Principal = await programs.Find(program);
        if (received.Principal is null) received.Fail("No program has this token.");
        else received.Success();
    }

    private static Task Remember(TokenValidatedContext validated, VerifiedTokens verified)
    {
        if (CurrentCaller.Of(validated.Principal!) is null)
        {
            validated.Fail("The token names no member.");
            return Task.CompletedTask;
        }
        // The framework's own principal keeps a reference to the token.
        var claims = validated.Principal!.Claims.Where(claim => claim.Type is Subject or Role)
            .Select(claim => new Claim(claim.Type, claim.Value));
        validated.Principal = new(new ClaimsIdentity(claims, JwtBearerDefaults.AuthenticationScheme, Subject, Role));
        if (validated.HttpContext.Items[typeof(VerifiedTokens)] is { } keys)
        {
            verified.Add(
                validated.Request.Headers.Authorization.ToString(),
                validated.Principal,
                validated.SecurityToken.ValidTo,
                keys);
        }
        return Task.CompletedTask;
    }

    /// <summary>
    /// An object that is replaced when the issuer's keys change, or null until they are known.
    /// </summary>
    private static async Task<object?> KeysOf(JwtBearerOptions bearer, CancellationToken cancel)
    {
        if (bearer.ConfigurationManager is not { } authority) return OfFile;
        // Cached and refreshed by the framework. If this fails, verification reports it.
        var fetched = authority.GetConfigurationAsync(cancel);
        await ((Task)fetched).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return fetched.IsCompletedSuccessfully ? await fetched : null;
    }
}
