using System.Text.RegularExpressions;
using PeerNet.Locality.Tests.Networks;

namespace PeerNet.Locality.Tests.Worlds;

/// <summary>
/// All that others than one area could observe of a world, less what is never the same twice: instants, ports, the ids
/// of traces, of feeds and of what was said at an instant.
/// </summary>
internal sealed partial class Observed
{
    private static readonly string[] OfTheMachine =
        [" Orleans.", " Polly:", "Type=System.TimeoutException", "Type=System.Threading.Tasks.TaskCanceledException"];

    private readonly List<string> lines = [];
    private readonly IReadOnlyList<string> feeds, operations;

    public Observed(RunningNetwork network, string without, IEnumerable<string> answers)
    {
        feeds = [.. RunningNetwork.Names.SelectMany(network.DatabasesOf)
            .SelectMany(SqliteRows.Of)
            .Where(row => row.Table == "peernet_feed")
            .Select(row => row.Row)];
        operations = [.. network.Tap.Heard.SelectMany(exchange => Operations()
            .Matches(exchange.Asked)).Select(named => named.Groups[1].Value).Distinct()];
        foreach (var area in RunningNetwork.Names.Where(area => area != without))
        {
            foreach (var file in network.DatabasesOf(area))
                Add(
                    $"{area}: {Path.GetFileName(file)}",
                    SqliteRows.Of(file).Select(row => $"{row.Table}: {(row.Table == "peernet_ledger"
                        ? row.Row[row.Row.IndexOf('|', StringComparison.Ordinal)..]
                        : row.Row)}"));
            Add($"{area}: log", network.Logs[area].Lines.Where(line => !IsOfTheMachine(line)));
        }
        Add("answer", answers);
        foreach (var exchange in network.Tap.Heard)
        {
            Add(
                $"{exchange.From} to {exchange.To}",
                [$"{exchange.Request}{exchange.Asked}"]);
            Add(
                $"{exchange.To} back to {exchange.From}",
                [$"{exchange.Request.Split('\n')[0]} {exchange.Answer}{exchange.Answered}"]);
        }
    }

    /// <summary>What is in one of the two only; asking twice and hearing the same is hearing it once.</summary>
    public static IReadOnlyList<string> Differences(Observed one, Observed other) =>
        [
            .. one.lines.Except(other.lines).Select(line => $"- {line}"),
            .. other.lines.Except(one.lines).Select(line => $"+ {line}")
        ];

    private void Add(string where, IEnumerable<string> said) =>
        lines.AddRange(said.Select(line => $"{where}: {Same(line)}"));

    private string Same(string line)
    {
        if (line.StartsWith("peernet_overview: ", StringComparison.Ordinal))
            return Counts().Replace(Lasting(line), "<writes>");
        return line.StartsWith("OrleansStorage: ", StringComparison.Ordinal)
            ? InOneOrder(Writes().Replace(Lasting(line), "<writes>"))
            : Lasting(line);
    }

    // Notices that come at the same time are kept in the order in which they came.
    private static string InOneOrder(string row) =>
        Notices().Replace(row, all => string.Join(',', all.Groups[1].Captures.Select(one => one.Value).Order()));

    private string Lasting(string line)
    {
        var timeless = Instants().Replace(DigestsAndLengths().Replace(line, "<derived>"), "<instant>");
        var placeless = Turns().Replace(Traces().Replace(Addresses().Replace(timeless, "<port>"), "<trace>"), "<turn>");
        var maskless = Masks().Replace(placeless, "<mask>");
        return feeds.Concat(operations)
            .Aggregate(maskless, (text, id) => text.Replace(id, "<id>", StringComparison.Ordinal));
    }

    // How busy a machine is shows in what Orleans says of itself, and in what takes too long.
    private static bool IsOfTheMachine(string line) => OfTheMachine.Any(line.Contains);

    [GeneratedRegex(@"(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Addresses();

    [GeneratedRegex("(?<=\"traceId\":\")[0-9a-f]{32}")]
    private static partial Regex Traces();

    // They follow from the turn of the letter.
    [GeneratedRegex("\"operation\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Operations();

    // Keys and what is hidden under them are never the same twice, and as long.
    [GeneratedRegex("(?<=\"(key|blinded)\":\")[A-Za-z0-9_-]+(?=\")")]
    private static partial Regex Masks();

    // Seconds since 2026 began.
    [GeneratedRegex(
        "(?<=\"(version|number|lastNumber|oursNumber|theirsNumber|heard|lastReceived|planVersion|nameVersion|"
        + "progressVersion|name|arrangement|outcome)\":)\\d{8}\\b")]
    private static partial Regex Turns();

    // How often a record was stored: changes that come together share a write, and an acknowledgement that comes after
    // the next letter has taken the last one's place needs none. "edition" counts what people changed.
    [GeneratedRegex("(?<=[|] [{]\"version\":)[0-9]+|(?<=<instant> [|] )[0-9]+(?= [|])")]
    private static partial Regex Writes();

    // How often the facts of groups were written: changes that come together are counted together.
    [GeneratedRegex("(?<=^peernet_overview: [0-9a-f-]{36} [|] )[0-9]+(?= [|])")]
    private static partial Regex Counts();

    // Of the answer they come with, instants included; the answer itself is compared.
    [GeneratedRegex("(?<=ETag: \"[0-9]+[.])[A-Za-z0-9_-]+(?=\")|(?<=Content-Length: )[0-9]+")]
    private static partial Regex DigestsAndLengths();

    [GeneratedRegex("(?<=\"notices\":\\[)(?:([{]\"about\":[{][^{}]*[}][^{}]*[}]),?)+(?=\\])")]
    private static partial Regex Notices();

    // As JSON, SQLite and the finder's file have them.
    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?|\b1[5-9]\d{11}\b")]
    private static partial Regex Instants();
}
