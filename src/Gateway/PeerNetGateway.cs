using Microsoft.Extensions.DependencyInjection.Extensions;
using PeerNet.Contracts;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Areas;
using PeerNet.Gateway.Connections;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Growth;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.SupportOffers;

namespace PeerNet.Gateway;

/// <summary>Registers and maps the Gateway, which runs alone or in one process with a silo.</summary>
public static class PeerNetGateway
{
    private const long MaxBodyBytes = 64 * 1024;

    /// <summary>
    /// Registers the Gateway's services. The host adds the Orleans client or silo that provides the grains.
    /// </summary>
    public static void AddPeerNetGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GatewayOptions>()
            .BindConfiguration(GatewayOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.IgnoreCallersTraces();
        builder.Services.AddSingleton<Home>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddFinder();
        builder.Services.AddLink();
        builder.Services.AddSingleton<OfferCards>();
        builder.Services.AddSingleton<OfferSearch>();
        builder.Services.AddSingleton<OfferReading>();
        builder.Services.AddSingleton<OtherGroups>();
        builder.Services.AddSingleton<ConnectionReading>();
        builder.Services.AddTokens();
        builder.Services.AddSessionCookie();
        builder.Services.AddPasskeys();
        builder.Services.AddAccounts();
        builder.Services.AddAccess();
        builder.Services.AddSingleton<ErasedCallers>();
        builder.Services.AddSingleton<SeededPeople>();
        builder.Services.AddSingleton<SignInTicket>();
        builder.Services.AddSingleton<TableTicket>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<Programs>();
        builder.Services.AddSingleton<AreaCoordinators>();
        builder.Services.AddSingleton<GrowthListeners>();
        builder.Services.AddSingleton<DailyQuotas>();
        builder.Services.AddSingleton<PaperLimits>();
        builder.Services.AddSingleton<CodeTries>();
        builder.AddPages();
        builder.Services.AddSingleton<WrittenOverview>();
        builder.Services.AddRateLimiter(_ => { });
        builder.AddProtectionKeys();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemPage>();
        builder.Services.AddProblems();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        // The framework logs URLs with their query, which contains search words.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It quotes what issuers say. AccountReturn logs the kind of fault.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
    }

    /// <summary>Adds the middleware and maps every endpoint.</summary>
    public static void MapPeerNetGateway(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Bare(context.HttpContext.Response.StatusCode) is { } refusal
            ? refusal.ToProblem(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)
            : Task.CompletedTask);
        app.UseAddressLimits();
        app.UsePages();
        app.Use(Methods.HeadAsGet);
        app.UseRouting();
        app.Use(Methods.Allow);
        app.Use(NoSuchPage);
        app.Use(Methods.ReadableEncoding);
        var erased = app.Services.GetRequiredService<ErasedCallers>();
        app.UseAuthentication();
        app.Use(TokenCheck.Check);
        app.Use(erased.Refuse);
        app.UseAuthorization();
        // Again, for people with a cookie, whom only the policies recognise.
        app.Use(erased.Refuse);
        app.UsePersonLimits();
        app.UseAntiforgery();
        app.Use(PageRegistration.RefuseForeignForms);
        app.Use(KnownQuery.Check);
        app.MapOpenApiDocument();
        var api = app.MapGroup(SiteMap.ApiRoot).AddEndpointFilter<VersionTag>();
        api.AddEndpointFilterFactory(Unconditional.Check);
        ((IEndpointConventionBuilder)api).Finally(KnownQuery.Declare);
        new SiteMap(api, app.MapGroup("").ExcludeFromDescription()).MapAll();
        app.WarnOfEphemeralKeys();
    }

    // Somebody who mistypes the address of a page is told so without signing in first; programs learn it only once they
    // are signed in.
    private static Task NoSuchPage(HttpContext http, RequestDelegate next)
    {
        return http.GetEndpoint() is null && ProblemPage.IsFor(http.Request)
            ? RequestRefusals.NoSuchAddress.ToProblem().ExecuteAsync(http)
            : next(http);
    }

    private static Refusal? Bare(int status) => status switch
    {
        StatusCodes.Status400BadRequest => RequestRefusals.Parameter(null, "Part of the address cannot be read."),
        StatusCodes.Status404NotFound => RequestRefusals.NoSuchAddress,
        StatusCodes.Status405MethodNotAllowed => RequestRefusals.Method,
        StatusCodes.Status413PayloadTooLarge => RequestRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestRefusals.MediaType,
        _ => null,
    };
}
