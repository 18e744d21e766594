namespace PeerNet.Gateway;

/// <summary>
/// Says when the Orleans client has connected to the area's silos for the first time. Orleans does not check, and a
/// call before that fails as if there were a bug.
/// </summary>
internal sealed class FirstConnection : ILifecycleParticipant<IClusterClientLifecycle>
{
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once it is made.</summary>
    public Task Made => made.Task;

    public void Participate(IClusterClientLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(FirstConnection), ServiceLifecycleStage.Active, _ =>
        {
            made.TrySetResult();
            return Task.CompletedTask;
        });
    }
}
