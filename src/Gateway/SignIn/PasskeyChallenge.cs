using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// What a passkey is asked to sign, in an encrypted cookie of the browser for a few minutes, so that no Gateway has to
/// remember it.
/// </summary>
internal sealed class PasskeyChallenge
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector;
    private readonly string name;
    private readonly bool isLocal;

    public PasskeyChallenge(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
    {
        protector = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();
        isLocal = options.Value.Local;
        // Cookies ignore ports, so the areas of local mode need names of their own.
        name = isLocal ? $"peernet-passkey-{options.Value.Area}" : "__Host-peernet-passkey";
    }

    /// <summary>Writes it.</summary>
    public void Write(HttpContext http, string? state) =>
        http.Response.Cookies.Append(name, protector.Protect(state ?? "", Lifetime), Options());

    /// <summary>Reads and deletes it; null if there is none, or it is too old.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } cookie) return null;
        http.Response.Cookies.Delete(name, Options());
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // It has expired, or it was not written here: the person begins again.
            return null;
        }
    }

    private CookieOptions Options() =>
        new() { HttpOnly = true, Secure = !isLocal, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}

/// <summary>What PeerNet asks of passkeys.</summary>
internal static class PasskeyRegistration
{
    /// <summary>Registers what the framework needs to check them.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<PasskeyOwner>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<PasskeyOwner>, PasskeyHandler<PasskeyOwner>>();
        services.AddSingleton<PasskeyChallenge>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<GatewayOptions>>((passkeys, gateway) =>
        {
            // The device knows whose it is, so that no page has to; and asks for its own lock.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
            passkeys.ValidateOrigin = signed => ValueTask.FromResult(IsThisSite(signed, gateway.Value.Local));
        });
    }

    // The framework compares with the Origin header, which browsers leave empty because pages here tell no referrer.
    private static bool IsThisSite(PasskeyOriginValidationContext signed, bool isLocal)
    {
        if (signed.CrossOrigin || !Uri.TryCreate(signed.Origin, UriKind.Absolute, out var origin)) return false;
        var isSafe = isLocal || origin.Scheme == Uri.UriSchemeHttps;
        return isSafe && origin.Authority == $"{signed.HttpContext.Request.Host}";
    }
}
