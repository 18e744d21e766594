namespace PeerNet.Gateway.Growth;

/// <summary>A released number in a table.</summary>
/// <param name="What">What was counted, in English.</param>
/// <param name="Number">The number; null if it is held back, which is not 0.</param>
/// <param name="HeldBackIn">The areas that a sum leaves out, by name.</param>
public sealed record ReleasedRow(string What, int? Number, string? HeldBackIn = null);
