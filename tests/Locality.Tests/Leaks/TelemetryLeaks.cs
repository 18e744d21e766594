using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>Leaks in logs, traces and metrics.</summary>
internal static class TelemetryLeaks
{
    // By the names that the areas' exporters listen to.
    private static readonly ActivitySource Spans = new("Microsoft.Orleans.Runtime");
    private static readonly Meter Meter = new("PeerNet");

    public static IEnumerable<Leak> All { get; } =
    [
        new(
            "A name in a log line of another area",
            "as UTF-8 in brighton-and-hove: log",
            Now((at, name) => Say(at.Log(Planting.Brighton), name.Text))),
        new(
            "A name in a log line of its own area",
            "as UTF-8 in west-sussex: log",
            Now((at, name) => Say(at.Log(Planting.West), name.Text))),
        new("A name in a scope of a log", "as UTF-8 in brighton-and-hove: log", Now((at, name) =>
        {
            using (at.Log(Planting.Brighton).BeginScope(new Dictionary<string, object> { ["Who"] = name.Text }))
                Say(at.Log(Planting.Brighton), "Somebody came");
        })),
        new("An exception's text in a log", "as UTF-8 in brighton-and-hove: log", Now((at, name) =>
            Say(at.Log(Planting.Brighton), "It broke", new InvalidOperationException($"No such person: {name.Text}")))),
        new("An address that is logged", "in brighton-and-hove: log", (at, email) => at.Answer(http =>
        {
            Say(at.Log(Planting.Brighton), http.Request.Path.Value!);
            return Task.CompletedTask;
        }, $"/members/{Uri.EscapeDataString(email.Text)}"), Leaking.Email),
        new(
            "A name in capitals in a log",
            "as UTF-8 in brighton-and-hove: log",
            Now((at, name) => Say(at.Log(Planting.Brighton), name.Text.ToUpperInvariant()))),
        new(
            "The beginning of a name in a log",
            "as UTF-8 in brighton-and-hove: log",
            Now((at, name) => Say(at.Log(Planting.Brighton), name.Mark[..8]))),
        new(
            "A seat's token in a log of the third area",
            "as UTF-8 in east-sussex: log",
            Now((at, seat) => Say(at.Log(Planting.East), $"Seat {seat.Text}")),
            Leaking.Seat),
        new(
            "A member's id in a log of another area",
            "as 32 digits in brighton-and-hove: log",
            Now((at, id) => Say(at.Log(Planting.Brighton), $"{id.Id:N}")),
            Leaking.MemberId),
        new("A tag of a trace", "in together: OTLP /v1/traces", Now((_, name) =>
        {
            using var span = Spans.StartActivity("a span");
            span?.SetTag("who", name.Text);
        })),
        new("A label of a metric", "in together: OTLP /v1/metrics", Now((_, name) =>
            Meter.CreateCounter<int>("peernet.leaks").Add(1, new KeyValuePair<string, object?>("who", name.Text)))),
    ];

    private static Func<Planting, Canary, Task> Now(Action<Planting, Canary> plant) => (at, canary) =>
    {
        plant(at, canary);
        return Task.CompletedTask;
    };

    private static void Say(ILogger log, string words, Exception? fault = null) =>
        log.Log(LogLevel.Warning, default, words, fault, (said, _) => said);
}
