namespace PeerNet.Contracts.Groups;

/// <summary>The days of the week.</summary>
[GenerateSerializer, Alias("peernet.weekday")]
public enum Weekday
{
    /// <summary>Monday.</summary>
    Mon,
    /// <summary>Tuesday.</summary>
    Tue,
    /// <summary>Wednesday.</summary>
    Wed,
    /// <summary>Thursday.</summary>
    Thu,
    /// <summary>Friday.</summary>
    Fri,
    /// <summary>Saturday.</summary>
    Sat,
    /// <summary>Sunday.</summary>
    Sun,
}
