using System.Text.RegularExpressions;

namespace PeerNet.Architecture.Tests;

/// <summary>A file of the repository. The path is relative to the root, with forward slashes.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The file name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The text without comments, but with strings.</summary>
    public string Code => Token().Replace(Text, token => token.Value.StartsWith('/') ? " " : token.Value);

    /// <summary>The text without comments and with empty strings.</summary>
    public string Bare => Token().Replace(Text, token => token.Value.StartsWith('/') ? " " : "\"\"");

    /// <summary>All plain strings.</summary>
    public IEnumerable<string> Strings
    {
        get
        {
            return Token().Matches(Text)
                .Select(token => token.Value)
                .Where(token => token.StartsWith('"'))
                .Select(token => token.Trim('"'));
        }
    }

    /// <summary>
    /// What people read, on one line: a page without its code blocks, or the comments, strings and test names of a
    /// source file.
    /// </summary>
    public string Prose =>
        Space().Replace(Path.EndsWith(".md", StringComparison.Ordinal) ? Fence().Replace(Text, " ") : Spoken(), " ");

    /// <summary>The number of lines.</summary>
    public int Lines => Text.Count(letter => letter == '\n');

    /// <summary>Whether the file is in this folder or below it.</summary>
    public bool Under(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private string Spoken()
    {
        var texts = Token().Matches(Text).Select(token => token.Value.TrimStart('/', ' '));
        return string.Join(
            ' ', texts.Concat(Sentence().Matches(Bare).Select(name => $". {name.Value.Replace('_', ' ')}.")));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b[A-Z][a-z0-9]*_\w+")]
    private static partial Regex Sentence();

    // Raw string, verbatim string, plain string, character, line comment, block comment.
    [GeneratedRegex("""
        (?x) \"{3}[\s\S]*?\"{3} | @\"(?:[^\"]|\"\")*\" | \"(?:[^\"\\\n]|\\.)*\"
        | '(?:[^'\\\n]|\\.[^'\n]*)' | //[^\n]* | /\*[\s\S]*?\*/
        """)]
    private static partial Regex Token();
}
