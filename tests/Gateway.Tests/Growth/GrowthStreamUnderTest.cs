using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Growth;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>A stream on a clock that goes on whenever the test waits for something.</summary>
internal sealed class GrowthStreamUnderTest : IAsyncDisposable
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private readonly Pipe pipe = new();
    private readonly StreamReader lines;
    private readonly CancellationTokenSource leaving = new();
    private readonly GrowthListeners listeners;
    private readonly DateTimeOffset began;
    private readonly Task running;

    public GrowthStreamUnderTest(GrowthDetails first, string? seen = null, GrowthListeners? listeners = null)
    {
        this.listeners = listeners ?? new(
            Options.Create(new GatewayOptions { Area = "east-sussex" }), Lifetime, new FakeTimeProvider());
        began = this.listeners.Clock.GetUtcNow();
        Now = first;
        lines = new(pipe.Reader.AsStream());
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestAborted = leaving.Token, RequestServices = services };
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(pipe.Writer.AsStream()));
        if (seen is not null) http.Request.Headers["Last-Event-ID"] = seen;
        Response = http.Response;
        running = Run(new(first, Read, this.listeners, NullLogger<GrowthStream>.Instance), http);
    }

    public Stopping Lifetime { get; } = new();

    public GrowthDetails? Now { get; set; }

    public bool Fails { get; init; }

    /// <summary>How long it has been, on its clock.</summary>
    public TimeSpan Age => listeners.Clock.GetUtcNow() - began;

    public HttpResponse Response { get; }

    public void Leave() => leaving.Cancel();

    public async Task<(string Id, JsonElement Growth)> Event() => await Goes(ReadEvent(lines));

    public async Task Says(string line)
    {
        string? said;
        do said = await Goes(lines.ReadLineAsync(Ended).AsTask());
        while (said is { Length: 0 });
        Assert.Equal(line, said);
    }

    public async Task HasEnded(bool withoutTime = false)
    {
        if (withoutTime) await running.WaitAsync(Ended);
        else await Goes(Finished(), TimeSpan.FromSeconds(30));
    }

    private async Task<bool> Finished()
    {
        await running;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await running;
        lines.Dispose();
        leaving.Dispose();
        Lifetime.Dispose();
    }

    /// <summary>The next event; comments and other lines are passed over.</summary>
    public static async Task<(string Id, JsonElement Growth)> ReadEvent(StreamReader lines)
    {
        string? id = null;
        while (await lines.ReadLineAsync(Ended) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (id!, JsonElement.Parse(line[6..]));
        }
        throw new InvalidOperationException("It ended without an event.");
    }

    private Task<Result<GrowthDetails>> Read()
    {
        if (Fails) throw new TimeoutException();
        return Task.FromResult<Result<GrowthDetails>>(Now is { } now ? now : AccessRefusals.CoordinatorsOnly);
    }

    private async Task Run(GrowthStream stream, HttpContext http)
    {
        await Task.Yield();
        await stream.ExecuteAsync(http);
        await pipe.Writer.CompleteAsync();
    }

    private async Task<T> Goes<T>(Task<T> waiting, TimeSpan? step = null)
    {
        var clock = (FakeTimeProvider)listeners.Clock;
        await RunningArea.Until(() =>
        {
            if (!waiting.IsCompleted) clock.Advance(step ?? TimeSpan.FromSeconds(1));
            return Task.FromResult(waiting.IsCompleted);
        });
        return await waiting;
    }
}

/// <summary>Stops when it is asked to.</summary>
internal sealed class Stopping : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource stopping = new();

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => stopping.Token;

    public CancellationToken ApplicationStopped => default;

    public void StopApplication() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();
}
