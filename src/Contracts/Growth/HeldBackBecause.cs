namespace PeerNet.Contracts.Growth;

/// <summary>
/// Why a number is held back. Only the area's coordinators see it: in public it would say too much about the number.
/// </summary>
[GenerateSerializer, Alias("peernet.held-back-because")]
public enum HeldBackBecause
{
    /// <summary>Too few people came, or nobody.</summary>
    TooFewPeople,
    /// <summary>Too few groups contributed.</summary>
    TooFewGroups,
    /// <summary>One group has too large a share.</summary>
    OneGroupTooLarge,
    /// <summary>It would show what is held back elsewhere in the table.</summary>
    ProtectsOthers,
}
