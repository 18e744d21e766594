namespace PeerNet.Gateway.Design;

/// <summary>The beginning of a long text, for a list or a link.</summary>
internal static class Beginning
{
    private const int MaxShown = 200;

    public static string Of(string text)
    {
        if (text.Length <= MaxShown) return text;
        // A letter may be two characters.
        var end = char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown;
        return $"{text[..end].TrimEnd()}…";
    }
}
