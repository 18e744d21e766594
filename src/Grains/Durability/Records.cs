using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Durability;

/// <summary>A record that people edit: the commit compares what they see of it before and after, and counts.</summary>
internal interface IHasEditions
{
    /// <summary>What readers see, as something that is equal exactly when they see the same.</summary>
    object Seen();
}

/// <summary>
/// A record with a public face: the commit compares it before and after, so that no transition can forget to say that
/// it changed.
/// </summary>
internal interface IHasFace
{
    /// <summary>All that strangers and other areas may ever know of it, whatever day it is; null: nothing.</summary>
    object? Face();
}

/// <summary>A record that sends messages.</summary>
internal interface ISends<TSelf> where TSelf : class
{
    /// <summary>
    /// What the refusal of one of its messages means; null: nothing, so the message is sent again and in the end
    /// parked.
    /// </summary>
    Next<TSelf>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now) => null;
}

/// <summary>A record that messages are addressed to.</summary>
internal interface IReceives<TSelf> where TSelf : class
{
    /// <summary>
    /// Takes a message in; a late one, and the same one again, change nothing. What it answers to other areas carries
    /// the number.
    /// </summary>
    Next<TSelf> Receive(Message message, AreaId home, int number, DateTimeOffset now);
}

/// <summary>A record that holds something of people, and lets go of it when they are erased.</summary>
internal interface IForgets<TSelf> where TSelf : class
{
    /// <summary>Keeps nothing that leads to that person.</summary>
    Next<TSelf> Forget(MemberId person, AreaId home, DateTimeOffset now);
}
