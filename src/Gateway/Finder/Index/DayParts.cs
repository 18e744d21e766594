namespace PeerNet.Gateway.Finder.Index;

/// <summary>Parts of the day, as people say them.</summary>
internal enum DayPart
{
    Morning, Afternoon, Evening,
}

/// <summary>Which part of the day a minute belongs to.</summary>
internal static class DayParts
{
    public const int Count = 3;

    /// <summary>Morning from 04:00, afternoon from 12:00, evening from 17:00 to 03:59.</summary>
    public static DayPart Of(int minute) => minute switch
    {
        >= 4 * 60 and < 12 * 60 => DayPart.Morning,
        >= 12 * 60 and < 17 * 60 => DayPart.Afternoon,
        _ => DayPart.Evening,
    };
}
