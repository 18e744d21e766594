using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.Shell;

/// <summary>
/// Something that a browser keeps for itself in an encrypted cookie, for a time: an address must not have it, and the
/// area keeps nothing.
/// </summary>
/// <param name="protection">The keys.</param>
/// <param name="options">The area, and whether it runs in local mode.</param>
/// <param name="purpose">What it is for, as a word.</param>
/// <param name="lifetime">How long it is good.</param>
internal sealed class SealedCookie<T>(
    IDataProtectionProvider protection, IOptions<GatewayOptions> options, string purpose, TimeSpan lifetime)
    where T : class
{
    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector(purpose).ToTimeLimitedDataProtector();

    private readonly bool isLocal = options.Value.Local;

    // Cookies ignore ports, so the areas of local mode need names of their own.
    private readonly string name =
        options.Value.Local ? $"peernet-{purpose}-{options.Value.Area}" : $"__Host-peernet-{purpose}";

    /// <summary>Reads it; null if there is none, it is too old, or it was not written here.</summary>
    public T? Read(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Writes it: until the browser is closed or, if it is kept, for all of its time.</summary>
    public void Write(HttpContext http, T value, bool isKept = false)
    {
        var sealedValue = protector.Protect(JsonSerializer.Serialize(value), lifetime);
        http.Response.Cookies.Append(name, sealedValue, Options(isKept ? lifetime : null));
    }

    /// <summary>Deletes it.</summary>
    public void Delete(HttpContext http) => http.Response.Cookies.Delete(name, Options(null));

    // Lax, because a link in a mail, or a QR code, leads here from another site.
    private CookieOptions Options(TimeSpan? maxAge)
    {
        return new()
        {
            HttpOnly = true, Secure = !isLocal, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
            MaxAge = maxAge,
        };
    }
}
