using System.Threading.Channels;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Runs in one step what many callers want at the same moment. Nobody waits for company: a batch is what gathered while
/// others were under way. A batch that fails fails each of its callers, unless the fault is one item's.
/// </summary>
internal sealed class Batches<TItem, TResult>
{
    private const int MaxItems = 64;

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>();
    private readonly Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> run;
    private readonly Func<Exception, bool> isOfOneItem;

    /// <param name="concurrent">How many batches are under way at once, so that one which is held up does not hold up
    /// all.</param>
    /// <param name="run">Runs a batch and returns a result for each of its items, in their order.</param>
    /// <param name="isOfOneItem">
    /// Whether a fault may be one item's and nothing has been done, so that each item is run again alone. Never, by
    /// default.
    /// </param>
    public Batches(
        int concurrent, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> run,
        Func<Exception, bool>? isOfOneItem = null)
    {
        this.run = run;
        this.isOfOneItem = isOfOneItem ?? (_ => false);
        for (var worker = 0; worker < concurrent; worker++) _ = Work();
    }

    /// <summary>Runs one item, alone or with others.</summary>
    public Task<TResult> Run(TItem item)
    {
        var waiting = new Waiting(item);
        queue.Writer.TryWrite(waiting);
        return waiting.Result.Task;
    }

    // ConfigureAwait, because the first caller may be a grain, whose scheduler is not to run the batches of all.
    private async Task Work()
    {
        var batch = new List<Waiting>(MaxItems);
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MaxItems && queue.Reader.TryRead(out var waiting)) batch.Add(waiting);
            if (batch.Count > 0) await Run(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task Run(IReadOnlyList<Waiting> batch)
    {
        try
        {
            var results = await run([.. batch.Select(waiting => waiting.Item)]).ConfigureAwait(false);
            for (var place = 0; place < batch.Count; place++) batch[place].Result.SetResult(results[place]);
        }
        catch (Exception fault) when (batch.Count > 1 && isOfOneItem(fault))
        {
            foreach (var waiting in batch) await Run([waiting]).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            foreach (var waiting in batch) waiting.Result.TrySetException(fault);
        }
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
