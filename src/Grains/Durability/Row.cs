using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Durability;

/// <summary>
/// The stored row of a grain: its record, in an envelope with everything that all records need. Pure: each method
/// returns the next row, the same row if nothing happened, or a refusal.
/// </summary>
[JsonConverter(typeof(RowJson))]
internal sealed record Row<TRecord> where TRecord : class, new()
{
    private const int MaxWaiting = 2000;
    private static readonly DateTimeOffset FirstNumber = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Increases with every stored change; 0 means that nothing is stored.</summary>
    public int Version { get; init; }

    /// <summary>
    /// Increases with every change that readers see; the version in ETag and If-Match headers.
    /// </summary>
    public int Edition { get; init; }

    /// <summary>A digest of what strangers and other areas may see, or null. The card feed follows it.</summary>
    public string? Face { get; init; }

    /// <summary>The record, which holds only the domain.</summary>
    public TRecord Record { get; init; } = new();

    /// <summary>Messages whose addressees have not accepted them, oldest first.</summary>
    public ImmutableArray<Posted> Outbox { get; init; } = [];

    /// <summary>The number of the last message that left the area.</summary>
    public int LastNumber { get; init; }

    /// <summary>The parts that a newer silo wrote and this one does not know.</summary>
    public Newer Newer { get; init; } = Newer.Nothing;

    /// <summary>Whether letters to other areas wait or are parked.</summary>
    public bool HasLetters => Outbox.Any(posted => posted.Message is Letter);

    /// <summary>Why some letters wait, as a code; null if they do not, or are on their way.</summary>
    /// <param name="closed">The areas to which the border is closed.</param>
    /// <param name="areThese">Which letters; all if left out.</param>
    public string? HeldBecause(ImmutableArray<AreaId> closed, Func<Letter, bool>? areThese = null)
    {
        var waiting = Outbox.Where(posted => posted.Message is Letter letter && areThese?.Invoke(letter) != false)
            .ToList();
        if (waiting.Any(posted => closed.Contains(posted.To.Area))) return LinkRefusals.BorderClosed.Code;
        return waiting.FirstOrDefault(posted => Delivery.IsHeld(posted.Code))?.Code;
    }

    /// <summary>The first waiting message of a kind, or null.</summary>
    public TMessage? Waiting<TMessage>() where TMessage : Message =>
        Outbox.Select(posted => posted.Message).OfType<TMessage>().FirstOrDefault();

    /// <summary>
    /// The number for messages that leave the area now. It increases with each and reveals only the time: the row's own
    /// version would show neighbours how often people join, leave and are marked.
    /// </summary>
    public int NumberAt(DateTimeOffset now) => Math.Max(LastNumber + 1, (int)(now - FirstNumber).TotalSeconds);

    /// <summary>The row after a transition of its record.</summary>
    public Result<Row<TRecord>> After(
        Func<TRecord, Row<TRecord>, Next<TRecord>> transition, AreaId home, DateTimeOffset now) =>
        After(transition(Record, this), home, now);

    /// <summary>The row after its record has applied a message.</summary>
    public Result<Row<TRecord>> Receive(Message message, AreaId home, DateTimeOffset now)
    {
        if (message is PersonErased erased && Record is IForgets<TRecord> holder)
            return After(holder.Forget(erased.Member, home, now), home, now);
        if (Record is not IReceives<TRecord> receiver) return LinkRefusals.Misdirected;
        var next = After(receiver.Receive(message, home, NumberAt(now), now), home, now);
        return message is Letter ? next.Then(HasRoom) : next;
    }

    /// <summary>The row after the outcome of an attempt to deliver one of its messages.</summary>
    public Result<Row<TRecord>> Settle(Delivery delivery, AreaId home, DateTimeOffset now)
    {
        if (Outbox.Find(delivery.Operation) is not { } posted) return this;
        // A closed border says nothing about the message; its sender is told why it waits.
        if (delivery.Outcome == Outcome.Held && posted.Code == delivery.Code) return this;
        if (delivery.Outcome == Outcome.Held) return With(Outbox.Replace(posted, posted with { Code = delivery.Code }));
        if (delivery.Outcome == Outcome.Accepted) return With(Outbox.Remove(posted));
        if (delivery.Attempt != posted.Attempts || posted.Parked is not null) return this;
        if (delivery is { Outcome: Outcome.Refused, Code: { } code } && Record is ISends<TRecord> sender
            && sender.Refused(posted.Message, code, home, NumberAt(now), now) is { } next)
        {
            return With(Outbox.Remove(posted)).After(next, home, now);
        }
        return With(Outbox.Delay(posted, delivery, now));
    }

    // Another area could write without end and never take our answers. What people here do is bounded by the record.
    private Result<Row<TRecord>> HasRoom(Row<TRecord> next) =>
        next.Outbox.Length > Math.Max(MaxWaiting, Outbox.Length) ? RecordRefusals.Full : next;

    private Row<TRecord> With(ImmutableArray<Posted> outbox) => this with { Version = Version + 1, Outbox = outbox };

    private Result<Row<TRecord>> After(Next<TRecord> next, AreaId home, DateTimeOffset now)
    {
        if (next.Refused(out var refusal, out var record)) return refusal;
        if (!ReferenceEquals(record, Record) && !Bounds<TRecord>.Hold(record)) return RecordRefusals.Full;
        var version = Version + 1;
        var number = NumberAt(now);
        var kept = next.Recalled.IsEmpty
            ? Outbox
            : Outbox.RemoveAll(posted => next.Recalled.Any(recalled => recalled(posted.Message)));
        var outbox =
            next.Messages.Aggregate(kept, (waiting, message) => waiting.Post(message, home, version, number, now));
        if (ReferenceEquals(record, Record) && outbox == Outbox) return this;
        return this with
        {
            Version = version,
            Edition = Seen(record).Equals(Seen(Record)) ? Edition : Edition + 1,
            Face = (record as IHasFace)?.Face() is { } face ? Digest.Of(face) : null,
            Record = record,
            Outbox = outbox,
            LastNumber = next.Messages.Any(message => message.Addressee(home).Area != home) ? number : LastNumber,
            Newer = next.IsWiped ? Newer.Wiped(home) : Newer,
        };
    }

    private static object Seen(TRecord record) => (record as IHasEditions)?.Seen() ?? record.GetType();
}
