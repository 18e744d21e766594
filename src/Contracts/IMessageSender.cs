namespace PeerNet.Contracts;

/// <summary>A grain that keeps messages in its own row until their addressees have answered.</summary>
[GrainInterfaceType("peernet.message-sender"), Alias("peernet.message-sender")]
public interface IMessageSender : IGrainWithStringKey
{
    /// <summary>Delivers the messages that are due to grains of the same area. Safe to call at any time.</summary>
    [Alias("deliver")]
    Task Deliver();

    /// <summary>
    /// Applies the outcome of one attempt to deliver a message; a second outcome of the same attempt changes nothing.
    /// </summary>
    [Alias("settle")]
    Task Settle(Delivery delivery);
}
