using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Messaging;

namespace PeerNet.Gateway;

/// <summary>
/// The silos that calls are sent to: those of the settings that say they are ready. A silo that hangs, or whose machine
/// lost its power,
/// keeps its connections open, and an Orleans client alone would go on sending it its share of the calls.
/// </summary>
internal sealed class SilosThatAnswer(IOptions<GatewayOptions> options) : IGatewayListProvider
{
    /// <summary>How often they are asked.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private static readonly HttpClient Asking = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(1.5) };

    private readonly IReadOnlyList<Uri> silos =
        [.. options.Value.Silos.Select(silo => IPEndPoint.Parse(silo).ToGatewayUri())];
    private readonly IReadOnlyList<Uri> health = [.. options.Value.SiloHealth];

    public TimeSpan MaxStaleness => Round;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    public async Task<IList<Uri>> GetGateways()
    {
        if (health.Count == 0) return [.. silos];
        var ready = await Task.WhenAll(health.Select(IsReady));
        var answering = silos.Where((_, place) => ready[place]).ToList();
        // With none, all are tried: what is asked may be away where what is called is not.
        return answering.Count > 0 ? answering : [.. silos];
    }

    private static async Task<bool> IsReady(Uri address)
    {
        try
        {
            using var answer = await Asking.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
