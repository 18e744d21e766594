using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Limits;

/// <summary>
/// Refuses requests beyond what one address, one person or the area may send (429). An address and a person have far
/// less than the area, so that nobody can use up what everyone shares.
/// </summary>
internal static class RequestLimits
{
    private const int IPv6NetworkBytes = 8;
    private const string Area = "", NoLimit = "none";
    private const int SegmentsPerHour = 12;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Limits addresses and the area; before anything is spent on checking a token.</summary>
    public static void UseAddressLimits(this WebApplication app)
    {
        var limits = Settings(app);
        if (limits.Proxies.Count > 0) app.UseForwardedHeaders(Believing(limits.Proxies));
        if (!limits.Enabled) return;
        Use(app, PartitionedRateLimiter.CreateChained(
            Limiter(AddressOf, limits.AddressPerMinute), Limiter(_ => Area, limits.AreaPerMinute)));
    }

    /// <summary>Limits persons; after it is known who they are.</summary>
    public static void UsePersonLimits(this WebApplication app)
    {
        var limits = Settings(app);
        if (!limits.Enabled) return;
        Use(app, Limiter(http => CurrentCaller.Of(http.User)?.Member?.ToString(), limits.PersonPerMinute));
    }

    /// <summary>Limits how often one address may ask for codes to sign in, or enter them.</summary>
    public static void WithinSignIns(this RouteHandlerBuilder endpoint) =>
        endpoint.Within(services => PerAddress(Settings(services).SignInsPerHour));

    /// <summary>Limits how often one address, and everybody together, may enter codes to claim a record.</summary>
    public static void WithinClaims(this RouteHandlerBuilder endpoint) =>
        endpoint.Within(services => services.GetRequiredService<PaperLimits>().Claims);

    /// <summary>A limit for each address, by the hour.</summary>
    public static PartitionedRateLimiter<HttpContext> PerAddress(int anHour) => PerHour(AddressOf, anHour);

    /// <summary>A limit for everybody together, by the hour.</summary>
    public static PartitionedRateLimiter<HttpContext> InArea(int anHour) => PerHour(_ => Area, anHour);

    /// <summary>How long to wait for a place within an hour.</summary>
    public static TimeSpan Wait => Hour / SegmentsPerHour;

    private static void Within(
        this RouteHandlerBuilder endpoint, Func<IServiceProvider, PartitionedRateLimiter<HttpContext>> limiterOf)
    {
        endpoint.AddEndpointFilterFactory((factory, next) =>
        {
            if (!Settings(factory.ApplicationServices).Enabled) return next;
            var limiter = limiterOf(factory.ApplicationServices);
            return async context =>
            {
                using var lease = limiter.AttemptAcquire(context.HttpContext);
                return lease.IsAcquired
                    ? await next(context)
                    : TooMany.Refuse(context.HttpContext, Wait);
            };
        });
    }

    private static PartitionedRateLimiter<HttpContext> PerHour(Func<HttpContext, string> keyOf, int permits)
    {
        return PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetSlidingWindowLimiter(keyOf(http), _ => new()
            {
                PermitLimit = permits,
                Window = Hour,
                SegmentsPerWindow = SegmentsPerHour,
            }));
    }

    private static LimitOptions Settings(WebApplication app) => Settings(app.Services);

    private static LimitOptions Settings(IServiceProvider services) =>
        services.GetRequiredService<IOptions<GatewayOptions>>().Value.Limits;

    private static void Use(WebApplication app, PartitionedRateLimiter<HttpContext> limiter)
    {
        app.UseRateLimiter(new RateLimiterOptions
        {
            GlobalLimiter = limiter,
            OnRejected = (rejected, _) =>
            {
                var refused = TooMany.Refuse(rejected.HttpContext, MinuteBucket.WaitOf(rejected.Lease));
                return new(refused.ExecuteAsync(rejected.HttpContext));
            },
        });
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string?> keyOf, int perMinute)
    {
        return PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            // Health is asked for by machines that must get an answer.
            // Under a key of its own: one key has one limiter, whichever was asked for first.
            if (http.Request.Path.StartsWithSegments("/health") || keyOf(http) is not { } key)
                return RateLimitPartition.GetNoLimiter(NoLimit);
            return MinuteBucket.Of(key, perMinute);
        });
    }

    // Whoever has one IPv6 address has at least 2^64 of them.
    private static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return Area;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, IPv6NetworkBytes))
            : address.ToString();
    }

    private static ForwardedHeadersOptions Believing(IEnumerable<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(IPAddress.Parse(proxy));
        return options;
    }
}

/// <summary>The answer to a request beyond a limit.</summary>
internal static class TooMany
{
    /// <summary>Refuses with 429, and says how long to wait.</summary>
    public static ProblemHttpResult Refuse(HttpContext http, TimeSpan wait)
    {
        SayWhen(http.Response, wait);
        return RequestRefusals.TooMany.ToProblem(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Says how long to wait, in whole seconds and at least one.</summary>
    public static void SayWhen(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
