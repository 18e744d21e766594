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
    /// <summary>Listens to Orleans by source, to requests, to the runtime and to PeerNet's own meter. Paths carry ids only; query strings stay redacted.</summary>
    public static void AddPeerNetTelemetry(this IHostApplicationBuilder builder, string service, string area)
    {
        // Nobody listens, so nothing is gathered. What that saves did not stand out of the noise when it was measured.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "PeerNet").AddAttributes([new("peernet.area", area)]))
            .WithTracing(tracing => tracing
                .AddSource("Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Lifecycle", "Microsoft.Orleans.Storage")
                .AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter("PeerNet", "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }
}
