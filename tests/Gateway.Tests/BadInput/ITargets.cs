namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>The writing endpoints of one noun. Every implementation in this assembly is thrown bad input at.</summary>
internal interface ITargets
{
    /// <summary>One for each kind of body.</summary>
    static abstract IEnumerable<Target> Targets { get; }
}
