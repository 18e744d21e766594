using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// Which tables' papers somebody holds, in an encrypted cookie of their own browser, with a secret of the device: what
/// was entered from it can be read back there alone.
/// </summary>
internal sealed class TableTicket(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
{
    private const int SecretBytes = 16;

    private readonly SealedCookie<HeldPapers> cookie = new(protection, options, "tables", TimeSpan.FromDays(1));

    /// <summary>Reads it; null if there is none, or it is too old: they type the code again.</summary>
    public HeldPapers? Read(HttpContext http) => cookie.Read(http);

    /// <summary>Adds papers to those that the device holds. It keeps its secret.</summary>
    public void Write(HttpContext http, params IEnumerable<TableRight> rights)
    {
        var held = Read(http) ?? new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)), []);
        cookie.Write(http, held.With(rights), isKept: true);
    }

    /// <summary>The device holds no paper any more.</summary>
    public void Delete(HttpContext http) => cookie.Delete(http);
}

/// <summary>The papers that a device holds.</summary>
/// <param name="Secret">The secret of the device.</param>
/// <param name="Rights">What their QR codes say after the <c>#</c>, the latest last.</param>
internal sealed record HeldPapers(string Secret, string[] Rights)
{
    /// <summary>More would not fit into a cookie: those that were taken first go.</summary>
    public const int Max = 20;

    /// <summary>The rights to enter counts.</summary>
    public IEnumerable<TableRight> Tables => Rights.Select(Read).OfType<TableRight>();

    /// <summary>The SHA-256 of the device's secret, in hexadecimal digits.</summary>
    public string Device => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"device/{Secret}")));

    /// <summary>The right for a table, or null.</summary>
    public TableRight? Find(TableId table) => Tables.FirstOrDefault(one => one.TableId == table);

    /// <summary>The same with more; of a table, the latest right.</summary>
    public HeldPapers With(IEnumerable<TableRight> more)
    {
        List<TableRight> added = [.. more];
        var others = Tables.Where(one => added.All(right => right.TableId != one.TableId));
        return this with { Rights = [.. others.Concat(added).TakeLast(Max).Select(Write)] };
    }

    /// <summary>A right as a QR code says it.</summary>
    public static string Write(TableRight right) => $"{right.GatheringId}.{right.TableId}.{right.Right}";

    /// <summary>What a QR code says; null if it is no right.</summary>
    public static TableRight? Read(string text)
    {
        return text.Split('.') is [var gathering, var table, var right]
            && GatheringId.TryParse(gathering, out var gatheringId) && TableId.TryParse(table, out var tableId)
                ? new(gatheringId, tableId, right)
                : null;
    }
}
