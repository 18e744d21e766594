using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Areas;

/// <summary>
/// Rejects calls to grains of another area: a silo must never hold a record of another area, whoever the caller is.
/// </summary>
internal sealed class AreaGuard(AreaId home) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain.GetType().Assembly == typeof(AreaGuard).Assembly
            && (!GrainKey.TryParse(context.TargetId.Key.ToString(), out var key) || key.Area != home
                || key.Kind != context.TargetId.Type.ToString()))
        {
            throw new ArgumentException("The key does not belong to this area.");
        }
        return context.Invoke();
    }
}
