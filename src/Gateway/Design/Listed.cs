namespace PeerNet.Gateway.Design;

/// <summary>Things in a sentence, such as "apples, pears and plums".</summary>
internal static class Listed
{
    public static string Of(IEnumerable<string> things)
    {
        string[] all = [.. things];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
