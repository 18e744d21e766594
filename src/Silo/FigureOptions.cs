using System.ComponentModel.DataAnnotations;
using PeerNet.Contracts.Growth;

namespace PeerNet.Silo;

/// <summary>
/// The thresholds of the figures that the area releases, from the configuration section <c>PeerNet:Figures</c>. An area
/// may be stricter than the defaults, but not less strict. What has been released stays as it is.
/// </summary>
public sealed class FigureOptions
{
    /// <summary>The fewest people that a number may stand for. Default: 8.</summary>
    [Range(8, 1000)]
    public int MinPeople { get; set; } = 8;

    /// <summary>The fewest groups that may contribute to it. Default: 4.</summary>
    [Range(4, 1000)]
    public int MinGroups { get; set; } = 4;

    /// <summary>The largest share of it that one group may have, in per cent. Default: 60.</summary>
    [Range(1, 60)]
    public int MaxSharePercent { get; set; } = 60;

    /// <summary>What it is rounded to a multiple of. Default: 5.</summary>
    [Range(5, 1000)]
    public int RoundTo { get; set; } = 5;

    /// <summary>The thresholds as they are published.</summary>
    internal DisclosureTerms Terms
    {
        get
        {
            return new()
            {
                MinPeople = MinPeople, MinGroups = MinGroups, MaxSharePercent = MaxSharePercent, RoundTo = RoundTo,
            };
        }
    }
}
