namespace PeerNet.Contracts.Groups;

/// <summary>Parts of the day, as people say them.</summary>
[GenerateSerializer, Alias("peernet.part-of-day")]
public enum PartOfDay
{
    /// <summary>From 04:00.</summary>
    Morning,
    /// <summary>From 12:00.</summary>
    Afternoon,
    /// <summary>From 17:00.</summary>
    Evening,
}
