namespace PeerNet.Contracts.Panels;

/// <summary>Somebody whom a panel listens to: a letter, and never a name.</summary>
[GenerateSerializer, Alias("peernet.candidate")]
public enum Candidate
{
    /// <summary>The first.</summary>
    A,
    /// <summary>The second.</summary>
    B,
    /// <summary>The third.</summary>
    C,
    /// <summary>The fourth.</summary>
    D,
    /// <summary>The fifth.</summary>
    E,
    /// <summary>The sixth.</summary>
    F,
    /// <summary>The seventh.</summary>
    G,
    /// <summary>The eighth.</summary>
    H,
}
