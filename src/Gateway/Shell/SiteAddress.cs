namespace PeerNet.Gateway.Shell;

/// <summary>The address of this area's site, as it is printed and scanned.</summary>
internal static class SiteAddress
{
    /// <summary>The scheme and host, such as <c>https://east-sussex.example</c>. TLS may end at a proxy in front of the
    /// Gateway, so only local mode believes the request that it came over http.</summary>
    public static string SiteOf(this Home home, HttpRequest request) =>
        $"{(home.Local ? request.Scheme : Uri.UriSchemeHttps)}://{request.Host}";
}
