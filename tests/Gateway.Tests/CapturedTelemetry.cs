using System.Buffers;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace PeerNet.Gateway.Tests;

/// <summary>
/// Captures what operators can see: log lines with their scopes and exceptions, and every tag and event of every trace.
/// They are in a file: in memory they would be gone through whenever an area starts, because Orleans then collects all
/// garbage.
/// </summary>
internal sealed class CapturedTelemetry : IDisposable
{
    private const int LongestLine = 1 << 20;

    private readonly StreamWriter file;
    private readonly FileStream stored = new(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 4096,
        FileOptions.DeleteOnClose);

    public CapturedTelemetry() => file = new(stored);

    /// <summary>Captures one area's logs.</summary>
    public ILoggerProvider Logs => new Lines(this);

    /// <summary>Captures one area's traces as they are exported.</summary>
    public BaseProcessor<Activity> Traces => new Spans(this);

    /// <summary>Everything captured that contains the word.</summary>
    public IReadOnlyList<string> With(string word)
    {
        lock (file) file.Flush();
        using var reader = new StreamReader(
            new FileStream(stored.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var words = SearchValues.Create([word], StringComparison.OrdinalIgnoreCase);
        var found = new List<string>();
        var letters = new char[2 * LongestLine];
        var kept = 0;
        while (reader.ReadBlock(letters, kept, letters.Length - kept) is > 0 and var read)
        {
            var text = letters.AsSpan(0, kept + read);
            var whole = text.LastIndexOf('\n') + 1;
            Search(text[..whole], words, found);
            text[whole..].CopyTo(letters);
            kept = text.Length - whole;
        }
        return found;
    }

    public void Dispose()
    {
        lock (file) file.Dispose();
    }

    /// <summary>Fails if the word was captured, and shows where.</summary>
    public void DoesNotContain(string word)
    {
        var found = With(word);
        Assert.True(
            found.Count == 0,
            $"Captured {found.Count} times, for example:\n{string.Join("\n", found.Distinct().Take(5))}");
    }

    private static void Search(ReadOnlySpan<char> lines, SearchValues<string> words, List<string> found)
    {
        while (lines.IndexOfAny(words) is >= 0 and var at)
        {
            var begins = lines[..at].LastIndexOf('\n') + 1;
            var ends = at + lines[at..].IndexOf('\n');
            found.Add(lines[begins..ends].ToString());
            lines = lines[(ends + 1)..];
        }
    }

    private void Add(string line)
    {
        if (line.Length > LongestLine) throw new ArgumentException($"A line of {line.Length} letters.", nameof(line));
        lock (file)
        {
            // Something may still end after an area has.
            if (stored.CanWrite) file.Write($"{line.ReplaceLineEndings(" ")}\n");
        }
    }

    private static string Words(object? state)
    {
        return state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"))
            : $"{state}";
    }

    private sealed class Lines(CapturedTelemetry captured) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ILogger CreateLogger(string categoryName) => new Line(captured, categoryName, () => scopes);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }
    }

    private sealed class Line(
        CapturedTelemetry captured, string category, Func<IExternalScopeProvider> scopes) : ILogger
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
            captured.Add($"{logLevel} {category}: {formatter(state, exception)} [{Words(state)}] {exception}");
            scopes()
                .ForEachScope(
                    (scope, lines) => lines.Add($"scope in {category}: {scope} [{Words(scope)}]"), captured);
        }
    }

    private sealed class Spans(CapturedTelemetry captured) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            var events = data.Events.Select(e => $"{e.Name} [{Words(e.Tags)}]");
            captured.Add($"trace {data.Source.Name} {data.DisplayName} {data.StatusDescription} [{Words(
                data.TagObjects)}] {string.Join("; ", events)} [{string.Join(", ", data.Baggage)}] "
                + data.TraceStateString);
        }
    }
}
