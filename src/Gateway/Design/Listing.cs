using System.Globalization;

namespace PeerNet.Gateway.Design;

/// <summary>Things in a <see cref="Sentence"/>, such as "apples, pears and plums".</summary>
/// <param name="Things">What a sentence can hold.</param>
public sealed record Listing(IEnumerable<object> Things)
{
    /// <summary>The key of the translation that puts the last two together.</summary>
    internal const string And = "{0} and {1}";

    /// <summary>The things in English.</summary>
    public override string ToString() => Joined(Things.Select(one => $"{one}"), And);

    internal static string Joined(IEnumerable<string> things, string and)
    {
        string[] all = [.. things];
        if (all.Length < 2) return string.Concat(all);
        return string.Format(CultureInfo.InvariantCulture, and, string.Join(", ", all[..^1]), all[^1]);
    }
}
