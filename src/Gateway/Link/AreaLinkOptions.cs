using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The settings of the area's own end of the link, from the configuration section <c>PeerNet:Link</c>.
/// </summary>
public sealed class AreaLinkOptions
{
    /// <summary>
    /// The address to listen on for neighbours, such as <c>https://0.0.0.0:8443</c>. If empty, the area has no link.
    /// </summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// A PEM file with the area's certificate. Its DNS name (or else its CN) is the short name of the area.
    /// </summary>
    public string? CertificateFile { get; set; }

    /// <summary>A PEM file with the certificate's private key, which only the Gateway can read.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// How often to poll a neighbour's change feed; half as often while it does not answer. Default: 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Round { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The backoff after a neighbour did not answer, given the last one: short at first, for a neighbour that is just
    /// starting, and at most twice the interval.
    /// </summary>
    internal TimeSpan Again(TimeSpan? pause) => pause is not { } last ? Round / 4 : last < Round ? last * 2 : Round * 2;
}
