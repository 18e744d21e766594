using Microsoft.Extensions.Localization;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Design;

/// <summary>Things in a sentence, such as "apples, pears and plums".</summary>
internal static class Listed
{
    /// <summary>In English.</summary>
    public static string Of(IEnumerable<string> things) => Joined(things, (before, last) => $"{before} and {last}");

    /// <summary>In the reader's language.</summary>
    public static string And(this IStringLocalizer<Texts> t, IEnumerable<string> things) =>
        Joined(things, (before, last) => t["{0} and {1}", before, last]);

    private static string Joined(IEnumerable<string> things, Func<string, string, string> and)
    {
        string[] all = [.. things];
        return all.Length < 2 ? string.Concat(all) : and(string.Join(", ", all[..^1]), all[^1]);
    }
}
