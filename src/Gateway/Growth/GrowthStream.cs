using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;

namespace PeerNet.Gateway.Growth;

/// <summary>
/// Figures as server-sent events: what they are now, and again whenever they have changed. An event's ID is a digest of
/// its figures, so a client that comes back with the last one gets only news.
/// </summary>
internal sealed partial class GrowthStream(
    GrowthDetails first, Func<Task<Result<GrowthDetails>>> read, GrowthListeners listeners, ILogger<GrowthStream> log)
    : IResult
{
    private const int DigestBytes = 9;

    // Clients come back by themselves, and their tokens are checked when they do.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1), Heartbeat = TimeSpan.FromSeconds(15),
        MaxDuration = TimeSpan.FromMinutes(15);

    /// <summary>Sends events until the client leaves, the time is up, or the Gateway stops.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!listeners.TryEnter())
        {
            await TooMany.Refuse(httpContext, Heartbeat).ExecuteAsync(httpContext);
            return;
        }
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(
                httpContext.RequestAborted, listeners.Stopping);
            await Follow(new(httpContext.Response, ending.Token), Methods.IsHead(httpContext), ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The response ends where it is.
        }
        finally
        {
            listeners.Leave();
        }
    }

    private async Task Follow(EventStream events, bool isHead, CancellationToken ending)
    {
        var clock = listeners.Clock;
        var began = clock.GetTimestamp();
        var spoke = began;
        var seen = events.Seen;
        await events.Begin(Interval);
        for (var growth = first; growth is not null && !isHead; growth = await Next())
        {
            var id = IdOf(growth);
            if (id != seen) await events.Send(id, JsonSerializer.SerializeToUtf8Bytes(growth, PeerNetJson.Options));
            else if (clock.GetElapsedTime(spoke) >= Heartbeat) await events.Beat();
            else continue;
            seen = id;
            spoke = clock.GetTimestamp();
        }

        async Task<GrowthDetails?> Next()
        {
            if (clock.GetElapsedTime(began) >= MaxDuration) return null;
            await Task.Delay(Interval, clock, ending);
            return await Read();
        }
    }

    // Whatever the fault, the response has begun, and the client learns more when it comes back.
    private async Task<GrowthDetails?> Read()
    {
        try
        {
            return (await read()).OrNull();
        }
        catch (Exception fault)
        {
            Ended(fault.GetType().FullName);
            return null;
        }
    }

    // What is still to be counted is no news until it is.
    internal static string IdOf(GrowthDetails growth)
    {
        var figures = JsonSerializer.SerializeToUtf8Bytes(growth with { NotCounted = 0 }, PeerNetJson.Options);
        return Base64Url.EncodeToString(SHA256.HashData(figures).AsSpan(0, DigestBytes));
    }

    [LoggerMessage(2301, LogLevel.Warning, "Stopped sending figures to a listener: {Type}")]
    private partial void Ended(string? type);
}
