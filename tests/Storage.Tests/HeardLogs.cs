using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PeerNet.Storage.Tests;

/// <summary>Keeps every warning of a silo.</summary>
public sealed class HeardLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> warnings = new();

    /// <summary>The warnings so far.</summary>
    public IReadOnlyCollection<string> Warnings => warnings;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) warnings.Enqueue(formatter(state, exception));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
