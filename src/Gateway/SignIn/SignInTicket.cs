using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Where somebody is who is signing in, in an encrypted cookie of their own browser: a URL must not have an address,
/// and the area keeps none before it knows the person.
/// </summary>
internal sealed class SignInTicket
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector;
    private readonly string name;
    private readonly bool isLocal;

    public SignInTicket(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
    {
        protector = protection.CreateProtector("sign-in").ToTimeLimitedDataProtector();
        isLocal = options.Value.Local;
        // Cookies ignore ports, so the areas of local mode need names of their own.
        name = isLocal ? $"peernet-sign-in-{options.Value.Area}" : "__Host-peernet-sign-in";
    }

    /// <summary>Reads it; null if there is none, or it is too old.</summary>
    public SigningIn? Read(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<SigningIn>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // It has expired, or it was not written here: the person begins again.
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(HttpContext http, SigningIn where) =>
        http.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(where), Lifetime), Options());

    /// <summary>Deletes it.</summary>
    public void Delete(HttpContext http) => http.Response.Cookies.Delete(name, Options());

    // Lax, because the link in the mail leads here from another site.
    private CookieOptions Options() =>
        new() { HttpOnly = true, Secure = !isLocal, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

/// <summary>Where somebody is who is signing in.</summary>
/// <param name="Email">The address that they typed.</param>
/// <param name="To">The page to go to afterwards.</param>
/// <param name="NewMember">
/// The ID for their record, once a code has shown that the address is theirs and nobody in the area has it.
/// </param>
/// <param name="Keep">Whether they stay signed in when they close the browser.</param>
internal sealed record SigningIn(string Email, string? To, Guid? NewMember = null, bool Keep = false)
{
    /// <summary>The address, or null if it is not one.</summary>
    public EmailAddress? Address => EmailAddress.TryParse(Email, out var address) ? address : null;
}
