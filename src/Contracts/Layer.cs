namespace PeerNet.Contracts;

/// <summary>Where something has to change.</summary>
[GenerateSerializer, Alias("peernet.layer")]
public enum Layer
{
    /// <summary>What people do themselves.</summary>
    Individual,
    /// <summary>How a group, a service or an organisation works.</summary>
    Organisation,
    /// <summary>Rules, money and contracts that many organisations share.</summary>
    System,
}
