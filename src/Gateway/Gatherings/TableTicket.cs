using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// Which table's paper somebody holds, in an encrypted cookie of their own browser, with a secret of the device: what
/// was entered from it can be read back there alone.
/// </summary>
internal sealed class TableTicket
{
    private const int SecretBytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector protector;
    private readonly string name;
    private readonly bool isLocal;

    public TableTicket(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
    {
        protector = protection.CreateProtector("table").ToTimeLimitedDataProtector();
        isLocal = options.Value.Local;
        // Cookies ignore ports, so the areas of local mode need names of their own.
        name = isLocal ? $"peernet-table-{options.Value.Area}" : "__Host-peernet-table";
    }

    /// <summary>Reads it; null if there is none, or it is too old.</summary>
    public SeatedAt? Read(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<SeatedAt>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // It has expired, or it was not written here: they type the code again.
            return null;
        }
    }

    /// <summary>Writes it. A device keeps its secret.</summary>
    public void Write(HttpContext http, TableRight right)
    {
        var secret = Read(http)?.Secret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var at = new SeatedAt($"{right.GatheringId}", $"{right.TableId}", right.Right, secret);
        http.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(at), Lifetime), Options());
    }

    private CookieOptions Options()
    {
        return new()
        {
            HttpOnly = true, Secure = !isLocal, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
            MaxAge = Lifetime,
        };
    }
}

/// <summary>The table whose paper somebody holds.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Table">The table.</param>
/// <param name="Right">The right to enter its counts.</param>
/// <param name="Secret">The secret of the device.</param>
internal sealed record SeatedAt(string Gathering, string Table, string Right, string Secret)
{
    /// <summary>The right, as the gathering knows it.</summary>
    public TableRight TableRight
    {
        get
        {
            return new(
                GatheringId.TryParse(Gathering, out var gathering) ? gathering : default,
                TableId.TryParse(Table, out var table) ? table : default,
                Right);
        }
    }

    /// <summary>The SHA-256 of the device's secret, in hexadecimal digits.</summary>
    public string Device => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"device/{Secret}")));
}
