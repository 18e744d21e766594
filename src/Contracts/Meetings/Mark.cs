namespace PeerNet.Contracts.Meetings;

/// <summary>What is known about one person at one meeting. Whether they intended to come does not count.</summary>
[GenerateSerializer, Alias("peernet.mark")]
public enum Mark
{
    /// <summary>Nothing is recorded.</summary>
    NotRecorded,
    /// <summary>They came.</summary>
    Present,
    /// <summary>They sent word that they could not come.</summary>
    Apologies,
    /// <summary>They are known not to have come.</summary>
    Absent,
}
