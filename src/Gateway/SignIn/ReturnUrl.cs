namespace PeerNet.Gateway.SignIn;

/// <summary>The page to go back to after signing in, which is always one of this site's.</summary>
internal static class ReturnUrl
{
    /// <summary>The path, or null if it is none of this site: another site could use it to lead people away.</summary>
    public static string? Of(string? path)
    {
        var isLocal = path is ['/', not ('/' or '\\'), ..] or "/";
        return isLocal && !path!.Any(char.IsControl) ? path : null;
    }

    /// <summary>The sign-in page that leads to a page of this site, if there is one to go to.</summary>
    public static string SignInFor(string? to) => Via("/sign-in", to);

    /// <summary>A page on the way to another, if there is one to go to.</summary>
    public static string Via(string page, string? to) => to is null ? page : $"{page}?to={Uri.EscapeDataString(to)}";
}
