using System.Globalization;
using System.Text;

namespace PeerNet.Gateway.Feeds;

/// <summary>
/// The lines of an iCalendar file (RFC 5545 3.1): each ends with CR LF and has at most 75 octets; what is longer goes
/// on in the next one, after a space.
/// </summary>
internal sealed class CalendarText
{
    private const int MaxOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>Adds a line whose value needs no escaping.</summary>
    public CalendarText Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>Adds a line with a text that a person wrote, if there is one.</summary>
    public CalendarText Text(string name, string? written) =>
        string.IsNullOrWhiteSpace(written) ? this : Line(name, Escaped(written));

    /// <summary>Adds an instant, in UTC.</summary>
    public CalendarText Instant(string name, DateTimeOffset at) =>
        Line(name, at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a time of day in Europe/London.</summary>
    public CalendarText Local(string name, DateOnly day, TimeOnly time)
    {
        var written = day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        return Line($"{name};TZID=Europe/London", written);
    }

    /// <summary>Adds lines as they are, separated by line feeds.</summary>
    public CalendarText Lines(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.Append(line).Append("\r\n");
        return this;
    }

    /// <summary>The file, in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    // RFC 5545 3.3.11. Other control characters are not allowed at all.
    private static string Escaped(string written)
    {
        var escaped = new StringBuilder(written.Length);
        foreach (var letter in written.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (letter == '\n') escaped.Append("\\n");
            else if (!char.IsControl(letter)) escaped.Append(letter);
        }
        return escaped.ToString();
    }
}
