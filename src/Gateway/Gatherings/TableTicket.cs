using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// Which table's paper somebody holds, in an encrypted cookie of their own browser, with a secret of the device: what
/// was entered from it can be read back there alone.
/// </summary>
internal sealed class TableTicket(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
{
    private const int SecretBytes = 16;

    private readonly SealedCookie<SeatedAt> cookie = new(protection, options, "table", TimeSpan.FromDays(1));

    /// <summary>Reads it; null if there is none, or it is too old: they type the code again.</summary>
    public SeatedAt? Read(HttpContext http) => cookie.Read(http);

    /// <summary>Writes it. A device keeps its secret.</summary>
    public void Write(HttpContext http, TableRight right)
    {
        var secret = Read(http)?.Secret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        cookie.Write(
            http, new($"{right.GatheringId}", $"{right.TableId}", right.Right, secret), isKept: true);
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
