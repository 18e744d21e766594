using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>
/// A grain's row, which answers only from what is stored. Orleans' storage bridge,
/// <see cref="IPersistentState{TState}"/>, reads the row when the grain is activated and writes it on request, unless
/// someone else has written since (the ETag). This class adds the rest: a change is stored before any caller sees it;
/// interleaved calls share writes; a failed write is never served; and messages are delivered only after the change
/// that caused them is stored.
/// </summary>
internal sealed class Durable<TRecord>(
    Grain grain, GrainKey key, IPersistentState<Row<TRecord>> stored, TimeProvider clock)
    where TRecord : class, new()
{
    private Task writing = Task.CompletedTask;

    /// <summary>
    /// Whether the grain stays in memory although it holds nothing: for one that is asked several things at once, which
    /// would not find it while it leaves.
    /// </summary>
    public bool StaysIfEmpty { get; init; }

    /// <summary>
    /// The record in memory, stored or not: good enough to decide which grains to ask before a commit, never for an
    /// answer.
    /// </summary>
    public TRecord Latest => stored.State.Record;

    /// <summary>The edition in memory, stored or not: good enough to refuse one that differs.</summary>
    public int Edition => stored.State.Edition;

    /// <summary>The row, once everything in it is stored.</summary>
    public async Task<Row<TRecord>> Read()
    {
        var seen = stored.State;
        await writing;
        if (!StaysIfEmpty) LeaveIfEmpty();
        return seen;
    }

    /// <summary>
    /// Runs a pure transition, stores the result, then answers. If the record is the same and there are no messages,
    /// nothing is written.
    /// </summary>
    public Task<Result<Change<TRecord>>> Commit(Func<TRecord, Next<TRecord>> transition, IfMatch ifMatch = default) =>
        Commit((record, _) => transition(record), ifMatch);

    /// <summary>The same, for a transition that also depends on the envelope of the record.</summary>
    public Task<Result<Change<TRecord>>> Commit(
        Func<TRecord, Row<TRecord>, Next<TRecord>> transition, IfMatch ifMatch = default)
    {
        return Store(row => row.After(
            (record, now) => Checked(transition(record, now), ifMatch, row.Edition), key.Area, clock.GetUtcNow()));
    }

    /// <summary>Applies a message.</summary>
    public async Task<Result<Done>> Receive(Message message) =>
        (await Store(row => row.Receive(message, key.Area, clock.GetUtcNow()))).AsDone();

    /// <summary>Applies the outcomes of attempts to deliver messages.</summary>
    public Task Settle(params IReadOnlyCollection<Delivery> deliveries)
    {
        return Store(row => deliveries.Aggregate(
            (Result<Row<TRecord>>)row,
            (next, delivery) => next.Then(one => one.Settle(delivery, key.Area, clock.GetUtcNow()))));
    }

    /// <summary>
    /// Delivers the messages that are due to grains of the same area, in order where order matters, and stores all
    /// outcomes in one write. After a crash they are delivered again, which changes nothing.
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
        if (deliveries.Count == 0) return;
        await Settle(deliveries);
        foreach (var delivery in deliveries) ReportIfParked(delivery.Operation);
    }

    /// <summary>
    /// Leaves memory if the grain holds nothing: anyone can ask for IDs at random. The area's own grains have an empty
    /// ID and are needed all the time. Reads and commits do this unless <see cref="StaysIfEmpty"/> is set; a call that
    /// anyone can make and that needs neither does it itself.
    /// </summary>
    public void LeaveIfEmpty()
    {
        if (stored.State.Version == 0 && key.Id != Guid.Empty) grain.DeactivateOnIdle();
    }

    // Letters are counted and listed for coordinators; a message within the area would be missed without a trace.
    private void ReportIfParked(OperationId operation)
    {
        if (stored.State.Outbox.Find(operation) is not { Parked: { } code } parked) return;
        var services = ((IGrainBase)grain).GrainContext.ActivationServices;
        ParkedMessages.Report(
            services.GetRequiredService<ILogger<Posted>>(), key.Id, MessageKinds.NameOf(parked.Message), code);
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
            // A fault is not a refusal, and the message may have been applied: send it again.
            return Delivery.Fault(operation, posted.Attempts);
        }
    }

    // Whoever the rules refuse learns nothing about the version.
    private static Next<TRecord> Checked(Next<TRecord> next, IfMatch ifMatch, int edition) =>
        !next.Refused(out _, out _) && ifMatch.CheckIfGiven(edition) is { } stale ? stale : next;

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
        // Even a refusal, or "nothing to do", may depend on a change that is still being written.
        await writing;
        if (!StaysIfEmpty) LeaveIfEmpty();
        if (refused) return refusal!;
        if (after!.Outbox.Any(IsToDeliver)) grain.AsReference<IMessageSender>().Deliver().Ignore();
        return new Change<TRecord>(before, after);
    }

    /// <summary>
    /// After a failed write the stored row is unknown, so the grain deactivates and the next activation reads it.
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
