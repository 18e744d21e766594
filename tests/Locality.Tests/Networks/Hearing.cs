using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>Captures everything that one area logs, with scopes, values and exceptions.</summary>
internal sealed class Hearing : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <summary>What was logged.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => lines.Enqueue("The area stopped.");

    private static string Words(object? state)
    {
        return state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"))
            : $"{state}";
    }

    private sealed class Line(Hearing hearing, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => hearing.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            hearing.lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} [{Words(state)}] {exception}");
            hearing.scopes.ForEachScope(
                (scope, to) => to.Enqueue($"scope in {category}: {scope} [{Words(scope)}]"), hearing.lines);
        }
    }
}
