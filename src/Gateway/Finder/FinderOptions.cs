using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Finder;

/// <summary>How the finder keeps the cards of all areas; the configuration section <c>PeerNet:Finder</c>.</summary>
public sealed class FinderOptions
{
    /// <summary>The file they are kept in (SQLite), so that a neighbour's are there after a restart though the neighbour is not. It can be deleted at any time. Default: none, in memory only.</summary>
    public string? File { get; set; }

    /// <summary>How many cards of one area are taken in; more are left out. Default: 50,000.</summary>
    [Range(1, 10_000_000)]
    public int MostCards { get; set; } = 50_000;
}
