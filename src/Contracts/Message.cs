using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts;

/// <summary>
/// Something one grain tells another: kept in the row of the change that caused it, delivered at least once, applied
/// once. Each kind is a sealed record in the folder of its noun; its name in JSON is that of its type
/// (see <see cref="MessageKinds"/>).
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.message")]
public abstract record Message
{
    /// <summary>Names the message, however often it is sent; made of ids and numbers alone.</summary>
    public abstract OperationId Operation { get; }

    /// <summary>The grain it is for, given the sender's own area.</summary>
    public abstract GrainKey Addressee(AreaId home);

    /// <summary>
    /// What it is about. Messages of one record to one addressee about one thing arrive in the order they were sent.
    /// </summary>
    public abstract Guid Subject();

    /// <summary>Whether this message makes an older one of the same kind, still waiting, superfluous.</summary>
    public virtual bool Replaces(Message older) => false;

    /// <summary>
    /// The same message with the number that tells its addressee which of two is later, if it carries one.
    /// </summary>
    public virtual Message Numbered(int number) => this;
}
