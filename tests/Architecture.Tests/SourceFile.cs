using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>One file of the repository, by its path from the root with forward slashes.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Its name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The text without comments, strings kept.</summary>
    public string Code => Token().Replace(Text, token => token.Value.StartsWith('/') ? " " : token.Value);

    /// <summary>The text without comments and without what stands in strings.</summary>
    public string Bare => Token().Replace(Text, token => token.Value.StartsWith('/') ? " " : "\"\"");

    /// <summary>Every plain string in it.</summary>
    public IEnumerable<string> Strings => Token().Matches(Text).Select(token => token.Value).Where(token => token.StartsWith('"')).Select(token => token.Trim('"'));

    /// <summary>What a person reads in it: a page without its code, or comments, strings and the names of tests; one line.</summary>
    public string Prose => Space().Replace(Path.EndsWith(".md", StringComparison.Ordinal) ? Fence().Replace(Text, " ") : Said(), " ");

    /// <summary>How many lines it has.</summary>
    public int Lines => Text.Count(letter => letter == '\n');

    /// <summary>Whether it stands under that folder.</summary>
    public bool Under(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private string Said()
    {
        var said = Token().Matches(Text).Select(token => token.Value.TrimStart('/', ' '));
        return string.Join(' ', said.Concat(Sentence().Matches(Bare).Select(name => $". {name.Value.Replace('_', ' ')}.")));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b[A-Z][a-z0-9]*_\w+")]
    private static partial Regex Sentence();

    // A raw string, a verbatim one, a plain one, a character, a comment to the end of the line, a comment between marks.
    [GeneratedRegex("""(?x) \"{3}[\s\S]*?\"{3} | @\"(?:[^\"]|\"\")*\" | \"(?:[^\"\\\n]|\\.)*\" | '(?:[^'\\\n]|\\.[^'\n]*)' | //[^\n]* | /\*[\s\S]*?\*/ """)]
    private static partial Regex Token();
}
