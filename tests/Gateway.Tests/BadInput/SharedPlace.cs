namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>One place for all cases of a class, for nothing that they send is written.</summary>
public class SharedPlace(RunningArea area) : IAsyncLifetime
{
    internal Place Place { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Place = await Place.Make(area);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
