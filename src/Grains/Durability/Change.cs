using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>The row before and after a commit.</summary>
/// <param name="Before">The row that the transition saw.</param>
/// <param name="After">The row as it is stored now.</param>
internal sealed record Change<TRecord>(Row<TRecord> Before, Row<TRecord> After) where TRecord : class, new()
{
    /// <summary>The record after the commit.</summary>
    public TRecord Record => After.Record;

    /// <summary>Whether anything changed.</summary>
    public bool HasChanged => !ReferenceEquals(Before, After);

    /// <summary>Whether readers now see a record that did not exist before.</summary>
    public bool HasCreated => Before.Edition == 0 && After.Edition > 0;

    /// <summary>A part of the record, and whether the commit created it.</summary>
    public Written<TPart> Part<TPart>(Func<TRecord, TPart?> find) where TPart : class =>
        new(find(Record)!, find(Before.Record) is null);
}
