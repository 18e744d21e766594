using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts;

/// <summary>
/// A message from one grain to another: stored with the change that caused it, delivered at least once, applied once.
/// Each kind is a sealed record in the folder of its noun; its name in JSON is that of its type
/// (see <see cref="MessageKinds"/>).
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.message")]
public abstract record Message
{
    /// <summary>The ID of the message, the same however often it is sent; derived from IDs and numbers only.</summary>
    public abstract OperationId Operation { get; }

    /// <summary>The grain it is for, given the sender's own area.</summary>
    public abstract GrainKey Addressee(AreaId home);

    /// <summary>
    /// What it is about. Messages from one record to one addressee about the same subject arrive in order.
    /// </summary>
    public abstract Guid Subject();

    /// <summary>Whether this message replaces an older one of the same kind that is still waiting.</summary>
    public virtual bool Replaces(Message older) => false;

    /// <summary>
    /// A copy with the number by which the addressee tells which of two is later, if this kind has one.
    /// </summary>
    public virtual Message Numbered(int number) => this;
}
