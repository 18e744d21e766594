using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace PeerNet.Gateway.Tests;

/// <summary>
/// Captures what operators can see: log lines with their scopes and exceptions, and every tag and event of every trace.
/// </summary>
internal sealed class CapturedTelemetry
{
    private readonly ConcurrentQueue<string> captured = new();

    /// <summary>Captures one area's logs.</summary>
    public ILoggerProvider Logs => new Lines(captured);

    /// <summary>Captures one area's traces as they are exported.</summary>
    public BaseProcessor<Activity> Traces => new Spans(captured);

    /// <summary>Everything captured that contains the word.</summary>
    public IReadOnlyList<string> With(
        string word) => [.. captured.Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Fails if the word was captured, and shows where.</summary>
    public void DoesNotContain(string word)
    {
        var found = With(word);
        Assert.True(
            found.Count == 0,
            $"Captured {found.Count} times, for example:\n{string.Join("\n", found.Distinct().Take(5))}");
    }

    private static string Words(object? state)
    {
        return state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"))
            : $"{state}";
    }

    private sealed class Lines(ConcurrentQueue<string> captured) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ILogger CreateLogger(string categoryName) => new Line(captured, categoryName, () => scopes);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }
    }

    private sealed class Line(
        ConcurrentQueue<string> captured, string category, Func<IExternalScopeProvider> scopes) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => scopes().Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            captured.Enqueue($"{logLevel} {category}: {formatter(state, exception)} [{Words(state)}] {exception}");
            scopes()
                .ForEachScope(
                    (scope, lines) => lines.Enqueue($"scope in {category}: {scope} [{Words(scope)}]"), captured);
        }
    }

    private sealed class Spans(ConcurrentQueue<string> captured) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            var events = data.Events.Select(e => $"{e.Name} [{Words(e.Tags)}]");
            captured.Enqueue($"trace {data.Source.Name} {data.DisplayName} {data.StatusDescription} [{Words(
                data.TagObjects)}] {string.Join("; ", events)} [{string.Join(", ", data.Baggage)}] "
                + data.TraceStateString);
        }
    }
}
