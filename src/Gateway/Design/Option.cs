namespace PeerNet.Gateway.Design;

/// <summary>One of several things that can be chosen.</summary>
/// <param name="Value">The value that the form sends.</param>
/// <param name="Text">What it says.</param>
/// <param name="Hint">More about it.</param>
public sealed record Option(string Value, string Text, string? Hint = null);
