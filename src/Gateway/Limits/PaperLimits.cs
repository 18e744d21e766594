using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.Limits;

/// <summary>
/// How many codes on paper may be entered in an hour, from one address and in the whole area. For the area all pages
/// count together, so that whoever guesses gains nothing by trying several.
/// </summary>
internal sealed class PaperLimits : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> area, claims, wrongCodes;

    public PaperLimits(IOptions<GatewayOptions> options)
    {
        var limits = options.Value.Limits;
        area = RequestLimits.InArea(limits.AreaClaimsPerHour);
        claims = RequestLimits.PerAddress(limits.ClaimsPerHour);
        wrongCodes = RequestLimits.PerAddress(limits.WrongCodesPerHour);
        Claims = PartitionedRateLimiter.CreateChained(claims, area);
        WrongCodes = PartitionedRateLimiter.CreateChained(wrongCodes, area);
    }

    /// <summary>Codes to claim a record.</summary>
    public PartitionedRateLimiter<HttpContext> Claims { get; }

    /// <summary>Codes of slips and tables that no gathering has.</summary>
    public PartitionedRateLimiter<HttpContext> WrongCodes { get; }

    public void Dispose()
    {
        Claims.Dispose();
        WrongCodes.Dispose();
        claims.Dispose();
        wrongCodes.Dispose();
        area.Dispose();
    }
}
