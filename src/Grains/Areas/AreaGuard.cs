using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Areas;

/// <summary>
/// Refuses calls to grains of another area: a silo of one area must never come to hold a record of another, whoever
/// asks.
/// </summary>
internal sealed class AreaGuard(AreaId home) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain.GetType().Assembly == typeof(AreaGuard).Assembly
            && (!GrainKey.TryParse(context.TargetId.Key.ToString(), out var key) || key.Area != home
                || key.Kind != context.TargetId.Type.ToString()))
        {
            throw new ArgumentException("The key is not one of this area.");
        }
        return context.Invoke();
    }
}
