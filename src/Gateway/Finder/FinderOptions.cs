using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Finder;

/// <summary>The settings of the finder, from the configuration section <c>PeerNet:Finder</c>.</summary>
public sealed class FinderOptions
{
    /// <summary>
    /// The SQLite file that keeps a copy of the cards, so that a neighbour's groups can be found after a restart even
    /// while the neighbour is down.
    /// What other areas share is kept beside it, in files such as one whose name ends in <c>.offers.json</c>.
    /// All are safe to delete. Default: none, in memory only.
    /// </summary>
    public string? File { get; set; }

    /// <summary>The maximum number of cards to keep for one area; the rest are skipped. Default: 50,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxCards { get; set; } = 50_000;
}
