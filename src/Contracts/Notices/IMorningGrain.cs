namespace PeerNet.Contracts.Notices;

/// <summary>
/// Reminds people of an area, every morning: leads of logs that are missing, and makers of offers that end soon. It
/// also asks leads, once, what a group has done that has held ten meetings, and forgets who comes to gatherings whose
/// day has passed.
/// </summary>
[GrainInterfaceType("peernet.morning"), Alias("peernet.morning")]
public interface IMorningGrain : IGrainWithStringKey
{
    /// <summary>Sets the hourly reminder, unless it is set already, and continues the day's work.</summary>
    [Alias("start")]
    Task Start();

    /// <summary>
    /// Continues the day's work from where it stopped; before eight in the morning, and once it is done, it does
    /// nothing.
    /// </summary>
    [Alias("continue")]
    Task Continue();
}
