namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>The writing endpoints of one noun. Bad input is sent to those of every implementation.</summary>
internal interface ITargets
{
    /// <summary>One for each kind of body.</summary>
    static abstract IEnumerable<Target> Targets { get; }
}
