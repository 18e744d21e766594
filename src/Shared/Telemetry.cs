using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PeerNet;

/// <summary>
/// Traces and metrics of every PeerNet process, exported over OTLP when OTEL_EXPORTER_OTLP_ENDPOINT is set.
/// </summary>
internal static class Telemetry
{
    private const string Path = "url.path";

    /// <summary>
    /// Collects Orleans' sources, requests, the runtime and PeerNet's own meter. Paths contain ids only, and query
    /// strings
    /// are removed.
    /// </summary>
    public static void AddPeerNetTelemetry(this IHostApplicationBuilder builder, string service, string area)
    {
        // Collecting costs time even if nothing is exported.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(
                resource => resource.AddService(service, "PeerNet").AddAttributes([new("peernet.area", area)]))
            .WithTracing(tracing => tracing
                .AddSource(
                    "Microsoft.Orleans.Application",
                    "Microsoft.Orleans.Runtime",
                    "Microsoft.Orleans.Lifecycle",
                    "Microsoft.Orleans.Storage")
                .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpResponse = (activity, _) =>
                    // By default only the values of a query are redacted. Its names, and the user agent, may be
                    // personal too.
                    activity.SetTag(Path, SafePath(activity))
                        .SetTag("url.query", null)
                        .SetTag("user_agent.original", null)))
            .WithMetrics(metrics => metrics
                .AddMeter("PeerNet", "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>The path with only ids and the route's own segments; anything else might be personal.</summary>
    private static string SafePath(Activity activity)
    {
        var route = (activity.GetTagItem("http.route") as string ?? "").Split('/');
        var path = activity.GetTagItem(Path) as string ?? "";
        return string.Join('/', path.Split('/').Select(segment => IsSafe(segment) ? segment : "-"));

        bool IsSafe(string segment) => route.Contains(segment) || Guid.TryParseExact(segment, "D", out _);
    }
}
