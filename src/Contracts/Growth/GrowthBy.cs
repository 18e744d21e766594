namespace PeerNet.Contracts.Growth;

/// <summary>The periods that figures are counted for.</summary>
[GenerateSerializer, Alias("peernet.growth-by")]
public enum GrowthBy
{
    /// <summary>Calendar months.</summary>
    Month,
    /// <summary>Weeks that begin on a Monday.</summary>
    Week,
}
