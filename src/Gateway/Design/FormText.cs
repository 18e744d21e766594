using PeerNet.Contracts;

namespace PeerNet.Gateway.Design;

/// <summary>What a control of a form holds, without blanks around it.</summary>
internal static class FormText
{
    /// <summary>A text as it was sent.</summary>
    public static string Text(this IFormCollection form, string name) => $"{form[name]}".Trim();

    /// <summary>A text of several lines, which browsers send with line ends of their own.</summary>
    public static string Lines(this IFormCollection form, string name) =>
        $"{form[name]}".ReplaceLineEndings("\n").Trim();

    /// <summary>What a text of several lines has on each, without blank ones.</summary>
    public static string[] EachLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The version that the page showed, which a form sends as <c>version</c>; 0 for something new.</summary>
    public static int Version(this IFormCollection form) =>
        int.TryParse(form["version"], out var version) ? version : 0;

    /// <summary>The same as what the record must be at; any version if the form sends none.</summary>
    public static IfMatch ReadVersion(this IFormCollection form) =>
        int.TryParse(form["version"], out var version) ? IfMatch.Exactly(version) : IfMatch.None;
}
