namespace PeerNet.Gateway.Tests;

/// <summary>
/// East Sussex with nobody in it but the people of one class. What is asked about everybody takes a hundred times as
/// long among the thousands whom other tests have made.
/// </summary>
public sealed class EastAlone() : RunningArea(isShared: false)
{
    public override async ValueTask InitializeAsync() => await East.Start(default);
}
