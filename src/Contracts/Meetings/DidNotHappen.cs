namespace PeerNet.Contracts.Meetings;

/// <summary>Why a planned meeting did not happen.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Detail">Details in the group's own words, up to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.did-not-happen")]
public sealed record DidNotHappen([property: Id(0)] NotHeldReason Reason, [property: Id(1)] string? Detail = null);

/// <summary>Reasons a meeting did not happen.</summary>
[GenerateSerializer, Alias("peernet.not-held-reason")]
public enum NotHeldReason
{
    /// <summary>Some other reason.</summary>
    Other,
    /// <summary>The place was closed or in use.</summary>
    Venue,
    /// <summary>No lead could be there.</summary>
    Lead,
    /// <summary>The room was open and nobody came.</summary>
    NobodyCame,
    /// <summary>Weather or travel.</summary>
    Travel,
    /// <summary>A holiday.</summary>
    Holiday,
}
