using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>What a commit did.</summary>
/// <param name="Before">The row that the transition saw.</param>
/// <param name="After">The row as it is stored now.</param>
internal sealed record Change<TRecord>(Row<TRecord> Before, Row<TRecord> After) where TRecord : class, new()
{
    /// <summary>The record as it is stored now.</summary>
    public TRecord Record => After.Record;

    /// <summary>Whether anything changed.</summary>
    public bool HasChanged => !ReferenceEquals(Before, After);

    /// <summary>Whether readers see something where nothing stood before.</summary>
    public bool HasCreated => Before.Edition == 0 && After.Edition > 0;

    /// <summary>A part of the record as it stands now, and whether it stood there before.</summary>
    public Written<TPart> Part<TPart>(Func<TRecord, TPart?> find) where TPart : class =>
        new(find(Record)!, find(Before.Record) is null);
}
