using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Link;

/// <summary>The door for neighbours: a server of its own beside the public one, so that neither has an address of the other. Whoever cannot show a neighbour's certificate does not get past the handshake.</summary>
internal sealed class LinkServer(IServiceProvider gateway, IOptions<GatewayOptions> options, Neighbours neighbours) : IHostedService
{
    private const long MostBytes = 16 * 1024;

    private WebApplication? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var link = options.Value.Link;
        if (link.Url is null) return Task.CompletedTask;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.MaxConcurrentConnections = 100;
            kestrel.Listen(Address(link.Url), link.Url.Port, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = X509Certificate2.CreateFromPemFile(link.CertificateFile!, link.KeyFile);
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (certificate, _, _) => neighbours.WhoShows(certificate) is not null;
            }));
        });
        builder.Services.AddSingleton(gateway.GetRequiredService<Home>());
        builder.Services.AddSingleton(gateway.GetRequiredService<ILoggerFactory>());
        builder.Services.AddRoutingCore();
        builder.Services.AddProblems();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        server = builder.Build();
        server.UseExceptionHandler();
        server.UseResponseCompression();
        server.Use(Known);
        server.MapLink();
        return server.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is null) return;
        await server.StopAsync(cancellationToken);
        await server.DisposeAsync();
    }

    // A connection outlives a handshake: who it was is looked up for each request.
    private Task Known(HttpContext http, RequestDelegate next)
    {
        if (neighbours.WhoShows(http.Connection.ClientCertificate) is not { } neighbour) return LinkRefusals.NotTheSender.ToProblem().ExecuteAsync(http);
        http.Features.Set(neighbour);
        return next(http);
    }

    private static IPAddress Address(Uri url) => IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Loopback;
}
