using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PeerNet;

/// <summary>Traces and metrics of every PeerNet process; sent by OTLP when OTEL_EXPORTER_OTLP_ENDPOINT says where to.</summary>
internal static class Telemetry
{
    private const string Path = "url.path";

    /// <summary>Listens to Orleans by source, to requests, to the runtime and to PeerNet's own meter. Paths carry ids only; query strings stay redacted.</summary>
    public static void AddPeerNetTelemetry(this IHostApplicationBuilder builder, string service, string area)
    {
        // Where nobody listens nothing is gathered.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "PeerNet").AddAttributes([new("peernet.area", area)]))
            .WithTracing(tracing => tracing
                .AddSource("Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Lifecycle", "Microsoft.Orleans.Storage")
                .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpResponse = (activity, _) =>
                    // The values of a query are left out without us; names are typed by people too, and so is what a browser calls itself.
                    activity.SetTag(Path, Known(activity)).SetTag("url.query", null).SetTag("user_agent.original", null)))
            .WithMetrics(metrics => metrics
                .AddMeter("PeerNet", "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>The path without what somebody may have typed: only the route's own words and ids are kept.</summary>
    private static string Known(Activity activity)
    {
        var ours = (activity.GetTagItem("http.route") as string ?? "").Split('/');
        var path = activity.GetTagItem(Path) as string ?? "";
        return string.Join('/', path.Split('/').Select(part => ours.Contains(part) || Guid.TryParseExact(part, "D", out _) ? part : "-"));
    }
}
