using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PeerNet.Contracts;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Areas;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Meetings;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Seats;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway;

/// <summary>The Gateway as a set of services and a site map, so that it runs alone or beside a silo.</summary>
public static class PeerNetGateway
{
    private const long MostBytes = 64 * 1024;

    /// <summary>What any endpoint may answer instead, as the OpenAPI document says; docs/problems.md has the reasons.</summary>
    private static readonly int[] Refused = [400, 401, 403, 404, 409, 422, 503];

    /// <summary>Adds what the Gateway needs; grains come from whatever Orleans client or silo the host has.</summary>
    public static void AddPeerNetGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Home>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddFinder();
        builder.Services.AddLink();
        builder.Services.AddTokens();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddProblems();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        // Nothing is protected with it yet, and a key ring in somebody's home folder would be a surprise.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // The framework logs addresses with their query, and a query is what somebody searched for.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }

    /// <summary>The site map.</summary>
    public static void MapPeerNetGateway(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Bare(context.HttpContext.Response.StatusCode) is { } refusal
            ? refusal.ToProblem(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)
            : Task.CompletedTask);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHome();
        app.MapHealth();
        app.MapProblems();
        app.MapOpenApiDocument();
        var api = app.MapGroup("/api/v1").AddEndpointFilter<VersionTag>();
        foreach (var status in Refused) api.ProducesProblem(status);
        api.MapArea();
        api.MapFinder();
        api.MapGroups();
        api.MapMembers();
        api.MapMeetings();
        api.MapSeats();
        api.MapConnections();
        api.MapBorder();
    }

    private static Refusal? Bare(int status) => status switch
    {
        StatusCodes.Status404NotFound => RequestRefusals.NoSuchAddress,
        StatusCodes.Status405MethodNotAllowed => RequestRefusals.Method,
        StatusCodes.Status413PayloadTooLarge => RequestRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestRefusals.MediaType,
        _ => null,
    };
}
