using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>A grain's record, answered from only once it is stored. Interleaved calls share writes and still see nothing that storage might lose.</summary>
internal sealed class Durable<TState>(Grain grain, IPersistentState<TState> stored) where TState : class, IRecord<TState>, new()
{
    private Task writing = Task.CompletedTask;

    /// <summary>The record, once everything in it is stored.</summary>
    public async Task<TState> Read()
    {
        var seen = stored.State;
        await writing;
        return seen;
    }

    /// <summary>Runs a pure transition: transition, write, answer, in that order. The same record back means nothing happened and nothing is written.</summary>
    public async Task<Result<Change<TState>>> Commit(Func<TState, Result<TState>> transition)
    {
        if (writing.IsFaulted) await writing;
        var before = stored.State;
        var refused = transition(before).Refused(out var refusal, out var after);
        if (!refused && !ReferenceEquals(before, after))
        {
            stored.State = after = after!.At(before.Version + 1);
            writing = Write();
        }
        // Also a no, and "nothing to do", may rest on a change whose write is still under way.
        await writing;
        if (refused) return refusal!;
        if (after!.Waiting) grain.AsReference<IOutboxGrain>().Deliver().Ignore();
        return new Change<TState>(before, after);
    }

    /// <summary>A failed write leaves us not knowing what is stored, so the activation goes and the next one reads.</summary>
    private async Task Write()
    {
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
