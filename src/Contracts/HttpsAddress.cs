namespace PeerNet.Contracts;

/// <summary>The addresses of other sites that people may publish.</summary>
public static class HttpsAddress
{
    /// <summary>Whether it is an https address that shows where it leads.</summary>
    public static bool Is(string text)
    {
        return TextRule.IsUnbroken(text) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https", Host.Length: > 0, UserInfo.Length: 0 };
    }
}
