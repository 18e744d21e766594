using System.Buffers;
using System.Text;

namespace PeerNet.Gateway.Api;

/// <summary>Writes CSV (RFC 4180) in which no cell is a formula to a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>The media type of what is written here, as UTF-8.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private const string EndOfLine = "\r\n";
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n");

    /// <summary>A header row, and the other rows in its columns; a row without a column has an empty cell.</summary>
    public static string Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var text = new StringBuilder();
        Line(text, columns);
        foreach (var row in rows) Line(text, columns.Select(column => row.GetValueOrDefault(column, "")));
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append(EndOfLine);

    // Spreadsheets drop the quotes before they look for a formula, but take what follows an apostrophe for text.
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && Formula.Contains(value[0]) ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
