using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Link;

/// <summary>The area's own end of the link; the configuration section <c>PeerNet:Link</c>.</summary>
public sealed class AreaLinkOptions
{
    /// <summary>Where neighbours reach this Gateway, such as <c>https://0.0.0.0:8443</c>. Left empty, the area has no link.</summary>
    public Uri? Url { get; set; }

    /// <summary>A PEM file with the area's certificate; its name (DNS, else CN) is the area's word.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>A PEM file with the certificate's private key, readable by the Gateway alone.</summary>
    public string? KeyFile { get; set; }

    /// <summary>How often a neighbour's change feed is asked for news; one that does not answer, half as often. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Round { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The pause before asking somebody again who did not answer, after the last one: short at first, for who starts beside us, and at most two rounds.</summary>
    internal TimeSpan Again(TimeSpan? pause) => pause is not { } last ? Round / 4 : last < Round ? last * 2 : Round * 2;
}
