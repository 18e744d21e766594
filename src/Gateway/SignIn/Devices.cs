namespace PeerNet.Gateway.SignIn;

/// <summary>
/// What people call the browser they use: one of a few words, and nothing of what a browser sends.
/// </summary>
internal static class Devices
{
    // The first that matches: most browsers pass for others, too.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "a Chromebook"),
        ("Windows", "Windows"), ("Mac OS X", "a Mac"), ("Linux", "Linux"),
    ];

    /// <summary>Such as "Chrome on Android"; "A browser" if it is not known.</summary>
    public static string Of(string userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "A browser";
        return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Find((string Mark, string Name)[] names, string userAgent) =>
        names.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
