namespace PeerNet.Grains.Durability;

/// <summary>Delivers what a record has posted: at least once each, oldest first; receivers drop what they know.</summary>
internal static class Outbox
{
    /// <summary>Sends each waiting fact and commits what its receiver's answer means; a fault leaves the rest for the next round.</summary>
    public static async Task Deliver<TState, TFact>(this Durable<TState> durable, Func<TFact, Task<Func<TState, TState>>> send)
        where TState : class, IPosting<TState, TFact>, new()
    {
        foreach (var posted in (await durable.Read()).Outbox)
        {
            var delivered = await send(posted.Fact);
            await durable.Commit(state => delivered(state));
        }
    }
}
