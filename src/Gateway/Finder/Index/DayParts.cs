using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Which part of the day a minute belongs to.</summary>
internal static class DayParts
{
    public const int Count = 3;

    /// <summary>Morning from 04:00, afternoon from 12:00, evening from 17:00 to 03:59.</summary>
    public static PartOfDay Of(int minute) => minute switch
    {
        >= 4 * 60 and < 12 * 60 => PartOfDay.Morning,
        >= 12 * 60 and < 17 * 60 => PartOfDay.Afternoon,
        _ => PartOfDay.Evening,
    };
}
