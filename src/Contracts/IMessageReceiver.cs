using Orleans.Concurrency;

namespace PeerNet.Contracts;

/// <summary>A grain that messages are addressed to.</summary>
[GrainInterfaceType("peernet.message-receiver"), Alias("peernet.message-receiver")]
public interface IMessageReceiver : IGrainWithStringKey
{
    /// <summary>
    /// Applies a message; receiving it again changes nothing. A refusal is returned to the sender.
    /// Interleaves, because two grains may deliver to each other at the same time.
    /// </summary>
    [Alias("receive"), AlwaysInterleave]
    Task<Result<Done>> Receive(Message message);
}
