using System.ComponentModel.DataAnnotations;
using Polly;
using Polly.Retry;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The settings of this area's side of the link, from the configuration section <c>PeerNet:Link</c>.
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

    /// <summary>How often to poll a neighbour's change feed. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan PullInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often to ask a neighbour for what it has released. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan FiguresInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The backoff after a neighbour did not answer: short at first, for a neighbour that is just starting, and at most
    /// twice the interval. Jitter keeps an area's Gateways from calling in step.
    /// </summary>
    internal RetryStrategyOptions Backoff => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = PullInterval / 4,
        MaxDelay = PullInterval * 2,
    };
}
