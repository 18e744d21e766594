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
    /// strings are removed.
    /// </summary>
    public static void AddPeerNetTelemetry(this IHostApplicationBuilder builder, string service, string area)
    {
        // Collecting costs time even if nothing is exported.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        // Otherwise the instrumentation would read the caller's trace context a second time.
        Sdk.SetDefaultTextMapPropagator(new OpenTelemetry.Context.Propagation.TraceContextPropagator());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(
                resource => resource.AddService(service, "PeerNet").AddAttributes([new("peernet.area", area)]))
            .WithTracing(tracing => tracing
                .AddSource(
                    "Microsoft.Orleans.Application",
                    "Microsoft.Orleans.Runtime",
                    "Microsoft.Orleans.Lifecycle",
                    "Microsoft.Orleans.Storage")
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new WithoutWords()))
            .WithMetrics(metrics => metrics
                .AddMeter("PeerNet", "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>
    /// Lets every trace begin here. A caller could otherwise write whatever they like into ours, through
    /// <c>tracestate</c> and <c>baggage</c>.
    /// </summary>
    public static void IgnoreCallersTraces(this IServiceCollection services) =>
        services.AddSingleton<DistributedContextPropagator>(new FromNobody());

    /// <summary>Removes from a span what the caller could choose, except IDs.</summary>
    private sealed class WithoutWords : BaseProcessor<Activity>
    {
        private static readonly string[] Chosen =
        [
            "url.query", "url.full", "user_agent.original", "server.address", "server.port",
            "http.request.method_original", "client.address", "network.peer.address",
        ];

        public override void OnEnd(Activity data)
        {
            if (data.Kind != ActivityKind.Server) return;
            foreach (var tag in Chosen) data.SetTag(tag, null);
            if (data.GetTagItem(Path) is not null) data.SetTag(Path, SafePath(data));
            data.TraceStateString = null;
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

    private sealed class FromNobody : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(
            object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
        {
            traceId = null;
            traceState = null;
        }

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
            object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
