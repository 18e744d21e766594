using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>The result of a transition: the next record and its messages, or a refusal.</summary>
internal sealed record Next<TRecord> where TRecord : class
{
    private readonly TRecord? record;
    private readonly Refusal? refusal;

    private Next(TRecord? record, Refusal? refusal)
    {
        this.record = record;
        this.refusal = refusal;
    }

    /// <summary>Messages to send, in order.</summary>
    public ImmutableArray<Message> Messages { get; private init; } = [];

    /// <summary>Selects waiting messages that are no longer to be sent.</summary>
    public ImmutableArray<Func<Message, bool>> Recalled { get; private init; } = [];

    /// <summary>Whether nothing of the previous record is kept, not even the fields that a newer silo wrote.</summary>
    public bool IsWiped { get; private init; }

    /// <summary>True, with the refusal, if the request was refused; otherwise false, with the record.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? no, [NotNullWhen(false)] out TRecord? yes)
    {
        no = refusal;
        yes = record;
        return refusal is not null;
    }

    /// <summary>Continues with the record and keeps the messages so far.</summary>
    public Next<TRecord> Then(Func<TRecord, Next<TRecord>> transition)
    {
        if (record is null) return this;
        var next = transition(record);
        if (next.record is null) return next;
        var kept = Messages.RemoveAll(message => next.Recalled.Any(recalled => recalled(message)));
        return next with
        {
            Messages = kept.AddRange(next.Messages),
            Recalled = Recalled.AddRange(next.Recalled),
            IsWiped = IsWiped || next.IsWiped,
        };
    }

    /// <summary>Converts this to the result for a record that contains this one.</summary>
    public Next<TWhole> As<TWhole>(Func<TRecord, TWhole> whole) where TWhole : class
    {
        if (record is null) return refusal!;
        Next<TWhole> next = whole(record);
        return next.Carrying(Messages, Recalled, IsWiped);
    }

    /// <summary>Adds messages to send.</summary>
    public Next<TRecord> Send(params ReadOnlySpan<Message> messages) =>
        record is null ? this : this with { Messages = Messages.AddRange(messages) };

    /// <summary>Removes messages, both those added so far and those already waiting.</summary>
    public Next<TRecord> Recall(Func<Message, bool> recalled)
    {
        return record is null ? this : this with
        {
            Messages = Messages.RemoveAll(new Predicate<Message>(recalled)),
            Recalled = Recalled.Add(recalled),
        };
    }

    /// <summary>Keeps nothing of the previous record, not even the fields that a newer silo wrote.</summary>
    public Next<TRecord> Wiped() => this with { IsWiped = true };

    internal Next<TRecord> Carrying(
        ImmutableArray<Message> messages, ImmutableArray<Func<Message, bool>> recalled, bool isWiped) =>
        this with { Messages = messages, Recalled = recalled, IsWiped = isWiped };

    /// <summary>A record without messages; the same record means that nothing happened.</summary>
    public static implicit operator Next<TRecord>(TRecord record) => new(record, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Next<TRecord>(Refusal refusal) => new(null, refusal);

    /// <summary>The result of a transition that sends no messages.</summary>
    public static implicit operator Next<TRecord>(Result<TRecord> result) =>
        result.Refused(out var no, out var yes) ? no : yes;
}

/// <summary>Starts a <see cref="Next{TRecord}"/> from a record that sends messages.</summary>
internal static class NextOfRecord
{
    /// <summary>The record, with messages to send.</summary>
    public static Next<TRecord> Send<TRecord>(this TRecord record, params ReadOnlySpan<Message> messages)
        where TRecord : class, ISends<TRecord> => ((Next<TRecord>)record).Send(messages);

    /// <summary>The record, without some of its waiting messages.</summary>
    public static Next<TRecord> Recall<TRecord>(this TRecord record, Func<Message, bool> recalled)
        where TRecord : class, ISends<TRecord> => ((Next<TRecord>)record).Recall(recalled);
}
