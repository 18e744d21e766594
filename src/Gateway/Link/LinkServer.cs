using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The server for neighbours, separate from the public one so that neither serves the other's addresses.
/// A caller without a neighbour's certificate fails the TLS handshake.
/// </summary>
internal sealed class LinkServer(
    IServiceProvider gateway, IOptions<GatewayOptions> options, Neighbours neighbours, Accepts accepts)
    : IHostedService, IDisposable
{
    private const long MaxBodyBytes = 16 * 1024;
    private readonly NeighbourLimits limits = new(options.Value.Limits);
    private WebApplication? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var link = options.Value.Link;
        if (link.Url is null) return Task.CompletedTask;
        var handshakes = new Handshakes(neighbours);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(FindAddress(link.Url)!, link.Url.Port, listen =>
            {
                listen.Use(handshakes.Before);
                listen.UseHttps(https => Configure(https, link));
                listen.Use(handshakes.After);
            });
        });
        builder.Services.AddSingleton(gateway.GetRequiredService<Home>());
        builder.Services.AddSingleton(accepts);
        builder.Services.AddSingleton(gateway.GetRequiredService<ILoggerFactory>());
        builder.Services.AddRoutingCore();
        builder.Services.AddProblems();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        server = builder.Build();
        server.Use(SayWhatIsAccepted);
        server.UseExceptionHandler();
        server.UseResponseCompression();
        server.Use(Identify);
        server.MapLink();
        return server.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is null) return;
        await server.StopAsync(cancellationToken);
        await server.DisposeAsync();
    }

    public void Dispose() => limits.Dispose();

    // Set when the response starts, because a failure clears headers set earlier.
    private Task SayWhatIsAccepted(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            accepts.WriteTo(http.Response.Headers);
            return Task.CompletedTask;
        });
        return next(http);
    }

    // A connection outlives its handshake, so check every request again.
    private Task Identify(HttpContext http, RequestDelegate next)
    {
        if (neighbours.FindByCertificate(http.Connection.ClientCertificate) is not { } neighbour)
            return LinkRefusals.NotTheSender.ToProblem().ExecuteAsync(http);
        if (!limits.Allows(neighbour, http.Response)) return Task.CompletedTask;
        http.Features.Set(neighbour);
        return next(http);
    }

    private void Configure(HttpsConnectionAdapterOptions https, AreaLinkOptions link)
    {
        https.HandshakeTimeout = Handshakes.Timeout;
        https.ServerCertificate = X509Certificate2.CreateFromPemFile(link.CertificateFile!, link.KeyFile);
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation =
            (certificate, _, _) => neighbours.FindByCertificate(certificate) is not null;
    }

    /// <summary>
    /// The address to listen on; null for any other name than localhost, which would have to be looked up.
    /// </summary>
    public static IPAddress? FindAddress(Uri url)
    {
        if (!url.IsAbsoluteUri) return null;
        if (url.Host == "localhost") return IPAddress.Loopback;
        return IPAddress.TryParse(url.Host, out var address) ? address : null;
    }
}
