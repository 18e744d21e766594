namespace PeerNet.Contracts.Notices;

/// <summary>Asks the leads of an area's groups, every morning, for the logs that are missing.</summary>
[GrainInterfaceType("peernet.missing-logs"), Alias("peernet.missing-logs")]
public interface IMissingLogsGrain : IGrainWithStringKey
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
