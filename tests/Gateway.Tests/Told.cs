using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace PeerNet.Gateway.Tests;

/// <summary>
/// Everything that the areas tell their operators: log lines with their scopes and exceptions, and every tag and event
/// of every trace.
/// </summary>
internal sealed class Told
{
    private readonly ConcurrentQueue<string> said = new();

    /// <summary>Hears one area's logs.</summary>
    public ILoggerProvider Logs => new Lines(said);

    /// <summary>Hears one area's traces as they are exported.</summary>
    public BaseProcessor<Activity> Traces => new Spans(said);

    /// <summary>All that was said and has the word in it.</summary>
    public IReadOnlyList<string> With(
        string word) => [.. said.Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Fails with the places where the word was told.</summary>
    public void HoldsNo(string word)
    {
        var told = With(word);
        Assert.True(
            told.Count == 0, $"{told.Count} times told, such as:\n{string.Join("\n", told.Distinct().Take(5))}");
    }

    private static string Words(object? state)
    {
        return state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"))
            : $"{state}";
    }

    private sealed class Lines(ConcurrentQueue<string> said) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ILogger CreateLogger(string categoryName) => new Line(said, categoryName, () => scopes);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }
    }

    private sealed class Line(
        ConcurrentQueue<string> said, string category, Func<IExternalScopeProvider> scopes) : ILogger
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
            said.Enqueue($"{logLevel} {category}: {formatter(state, exception)} [{Words(state)}] {exception}");
            scopes()
                .ForEachScope((scope, lines) => lines.Enqueue($"scope in {category}: {scope} [{Words(scope)}]"), said);
        }
    }

    private sealed class Spans(ConcurrentQueue<string> said) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            var events = data.Events.Select(e => $"{e.Name} [{Words(e.Tags)}]");
            said.Enqueue($"trace {data.Source.Name} {data.DisplayName} {data.StatusDescription} [{Words(
                data.TagObjects)}] {string.Join("; ", events)} [{string.Join(", ", data.Baggage)}]");
        }
    }
}
