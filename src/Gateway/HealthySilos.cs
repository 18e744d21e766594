using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Messaging;

namespace PeerNet.Gateway;

/// <summary>
/// The silos that receive calls: the configured silos that report they are ready. A silo that hangs, or whose machine
/// lost power, keeps its connections open, so an Orleans client would otherwise keep sending it a share of the calls.
/// </summary>
internal sealed class HealthySilos(IOptions<GatewayOptions> options) : IGatewayListProvider
{
    /// <summary>How often the silos are checked.</summary>
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(2);

    private static readonly HttpClient Http = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(1.5) };

    private readonly IReadOnlyList<Uri> silos =
        [.. options.Value.Silos.Select(silo => IPEndPoint.Parse(silo).ToGatewayUri())];
    private readonly IReadOnlyList<Uri> health = [.. options.Value.SiloHealth];

    public TimeSpan MaxStaleness => RefreshInterval;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    public async Task<IList<Uri>> GetGateways()
    {
        if (health.Count == 0) return [.. silos];
        var ready = await Task.WhenAll(health.Select(IsReady));
        var healthy = silos.Where((_, place) => ready[place]).ToList();
        // If none is ready, try them all: a health endpoint may be down while its silo still answers.
        return healthy.Count > 0 ? healthy : [.. silos];
    }

    private static async Task<bool> IsReady(Uri address)
    {
        try
        {
            using var answer = await Http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
