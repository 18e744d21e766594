using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>
/// A grain's row, answered from only once it is stored. Orleans' bridge to storage,
/// <see cref="IPersistentState{TState}"/>,
/// reads the row when the grain is activated and writes it when told to, refused if somebody else has written since
/// (the
/// ETag). What is added here: a change is stored before anybody is told of it; calls that interleave share writes; a
/// write that failed is never served; and messages are delivered once the change that caused them is stored.
/// </summary>
internal sealed class Durable<TRecord>(
    Grain grain, GrainKey key, IPersistentState<Row<TRecord>> stored, TimeProvider clock)
    where TRecord : class, new()
{
    private Task writing = Task.CompletedTask;

    /// <summary>
    /// The record as it is in memory, stored or not: enough to know whom to ask before a commit, never to answer from.
    /// </summary>
    public TRecord Latest => stored.State.Record;

    /// <summary>The row, once everything in it is stored.</summary>
    public async Task<Row<TRecord>> Read()
    {
        var seen = stored.State;
        await writing;
        return seen;
    }

    /// <summary>
    /// Runs a pure transition: transition, write, answer, in that order. The same record and no messages: nothing is
    /// written.
    /// </summary>
    public Task<Result<Change<TRecord>>> Commit(Func<TRecord, Next<TRecord>> transition) =>
        Commit((record, _) => transition(record));

    /// <summary>The same, for a transition that depends on what stands around the record.</summary>
    public Task<Result<Change<TRecord>>> Commit(Func<TRecord, Row<TRecord>, Next<TRecord>> transition) =>
        Store(row => row.After(transition, key.Area, clock.GetUtcNow()));

    /// <summary>Takes a message in.</summary>
    public async Task<Result<Done>> Receive(Message message) =>
        (await Store(row => row.Receive(message, key.Area, clock.GetUtcNow()))).Map(_ => default(Done));

    /// <summary>Takes in what became of attempts to deliver messages.</summary>
    public Task Settle(params IReadOnlyCollection<Delivery> deliveries)
    {
        return Store(row => deliveries.Aggregate(
            (Result<Row<TRecord>>)row,
            (next, delivery) => next.Then(one => one.Settle(delivery, key.Area, clock.GetUtcNow()))));
    }

    /// <summary>
    /// Delivers the messages that are due to grains of the same area, in order where order matters, and stores what
    /// became
    /// of all of them in one write. A crash before that delivers them again, which changes nothing.
    /// </summary>
    public async Task Deliver(IGrainFactory grains)
    {
        var row = await Read();
        var deliveries = new List<Delivery>();
        var stuck = new List<Posted>();
        foreach (var posted in row.Outbox.Where(IsToDeliver))
        {
            if (stuck.Any(posted.IsInOrderWith)) continue;
            var delivery = await Deliver(posted, grains);
            deliveries.Add(delivery);
            if (delivery.Outcome != Outcome.Accepted) stuck.Add(posted);
        }
        if (deliveries.Count > 0) await Settle(deliveries);
    }

    private static async Task<Delivery> Deliver(Posted posted, IGrainFactory grains)
    {
        var operation = posted.Message.Operation;
        try
        {
            var received = await grains.Receiver(posted.To).Receive(posted.Message);
            return Delivery.Of(
                operation, posted.Attempts, received.Refused(out var refusal, out _) ? refusal.Code : null);
        }
        catch (Exception)
        {
            // Whoever fails has not said no, and may have taken it in: it is sent again.
            return Delivery.Fault(operation, posted.Attempts);
        }
    }

    private bool IsToDeliver(Posted posted) => posted.To.Area == key.Area && posted.IsDue(clock.GetUtcNow());

    private async Task<Result<Change<TRecord>>> Store(Func<Row<TRecord>, Result<Row<TRecord>>> transition)
    {
        if (writing.IsFaulted) await writing;
        var before = stored.State;
        var refused = transition(before).Refused(out var refusal, out var after);
        if (!refused && !ReferenceEquals(before, after))
        {
            stored.State = after!;
            writing = Write();
        }
        // Also a refusal, and "nothing to do", may rest on a change whose write is still under way.
        await writing;
        if (refused) return refusal!;
        if (after!.Outbox.Any(IsToDeliver)) grain.AsReference<IMessageSender>().Deliver().Ignore();
        return new Change<TRecord>(before, after);
    }

    /// <summary>
    /// A failed write leaves us not knowing what is stored, so the activation goes and the next one reads.
    /// </summary>
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
