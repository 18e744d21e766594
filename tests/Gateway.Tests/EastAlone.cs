namespace PeerNet.Gateway.Tests;

/// <summary>
/// East Sussex with nobody in it but the people of one class, for what is asked about everybody: among thousands whom
/// other tests have made, each such answer takes a hundred times as long.
/// </summary>
public sealed class EastAlone() : RunningArea(isShared: false)
{
    public override async ValueTask InitializeAsync() => await East.Start(default);
}
