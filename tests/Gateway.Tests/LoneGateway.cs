using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using PeerNet.Gateway.SignIn;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests;

/// <summary>A Gateway without an area behind it: no grain answers, unless a test puts something in the way.</summary>
internal sealed class LoneGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoneGateway(WebApplication app, string url)
    {
        this.app = app;
        Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new(url)
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public CapturedTelemetry Telemetry { get; private init; } = null!;

    /// <summary>Starts one with its keys in a folder, or with keys of its own when the setting is empty.</summary>
    public static async Task<LoneGateway> Start(
        DirectoryInfo folder, string area = "east-sussex", string? keys = null, bool local = true,
        Action<IServiceCollection>? also = null)
    {
        var at = new LocalArea(area, area, RunningArea.FreePorts(), folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(at.Gateway([]));
        builder.Configuration["PeerNet:Keys"] = keys;
        builder.Configuration["PeerNet:Local"] = $"{local}";
        builder.WebHost.UseSetting("urls", at.Url);
        builder.Services.AddSingleton(DispatchProxy.Create<IGrainFactory, SilentArea>());
        also?.Invoke(builder.Services);
        builder.AddPeerNetGateway();
        var telemetry = new CapturedTelemetry();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(telemetry.Logs);
        var app = builder.Build();
        app.MapPeerNetGateway();
        foreach (var root in (string[])["", "/api/v1"])
        {
            app.MapGet($"{root}/test/fault", string () => throw new InvalidOperationException(RunningArea.Canary))
                .AllowAnonymous();
            app.MapGet($"{root}/test/away", string () => throw new TimeoutException(RunningArea.Canary))
                .AllowAnonymous();
            app.MapPut($"{root}/test/body", (Dictionary<string, string> body) => TypedResults.Ok(body.Count))
                .AllowAnonymous();
            app.MapGet($"{root}/test/members", () => "in").ForMembers();
            app.MapGet($"{root}/test/coordinators", () => "in").ForCoordinators();
        }
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, at.Url) { Telemetry = telemetry };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Telemetry.Dispose();
    }
}

/// <summary>An area none of whose grains ever answers.</summary>
public class SilentArea : DispatchProxy
{
    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new TimeoutException(RunningArea.Canary);
}
