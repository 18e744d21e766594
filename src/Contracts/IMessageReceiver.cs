using Orleans.Concurrency;

namespace PeerNet.Contracts;

/// <summary>A grain that messages are addressed to.</summary>
[GrainInterfaceType("peernet.message-receiver"), Alias("peernet.message-receiver")]
public interface IMessageReceiver : IGrainWithStringKey
{
    /// <summary>
    /// Takes a message in; the same one again changes nothing. A refusal is an answer too, and reaches the sender.
    /// Interleaves, because two grains may be delivering to each other at the same time.
    /// </summary>
    [Alias("receive"), AlwaysInterleave]
    Task<Result<Done>> Receive(Message message);
}
