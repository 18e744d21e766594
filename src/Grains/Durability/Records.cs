using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Durability;

/// <summary>
/// A record that people edit. Each commit compares what readers see before and after, and counts the editions.
/// </summary>
internal interface IHasEditions
{
    /// <summary>What readers see, as a value that is equal exactly if they see the same.</summary>
    object Seen();
}

/// <summary>
/// A record with public details. Each commit compares them before and after, so that no transition can forget to report
/// a change.
/// </summary>
internal interface IHasFace
{
    /// <summary>All that strangers and other areas may see, on any day, or null.</summary>
    object? Face();
}

/// <summary>
/// A record of which other areas receive a card that visitors read, too, once those it belongs to have agreed. Each
/// commit compares the cards before and after.
/// </summary>
internal interface IShares<TCard> : IHasFace where TCard : class
{
    /// <summary>
    /// The card, field by field, so that nothing new crosses the border unless someone adds it there; null if nothing
    /// is shared.
    /// </summary>
    TCard? CardIn(AreaId area);

    object? IHasFace.Face() => CardIn(default);
}

/// <summary>A record that sends messages.</summary>
internal interface ISends<TSelf> where TSelf : class
{
    /// <summary>
    /// Applies the refusal of one of its messages. Null means that the message is sent again and eventually parked.
    /// </summary>
    Next<TSelf>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now) => null;
}

/// <summary>A record that messages are addressed to.</summary>
internal interface IReceives<TSelf> where TSelf : class
{
    /// <summary>
    /// Applies a message; one that is late or repeated changes nothing. Letters that it sends in reply carry the
    /// number.
    /// </summary>
    Next<TSelf> Receive(Message message, AreaId home, int number, DateTimeOffset now);
}

/// <summary>A record that knows whether anything in it leads to a person.</summary>
internal interface INames
{
    /// <summary>Whether it does.</summary>
    bool Names(MemberId person);
}

/// <summary>A record that holds something about people and forgets it when they are erased.</summary>
internal interface IForgets<TSelf> where TSelf : class
{
    /// <summary>Removes everything that leads to that person.</summary>
    Next<TSelf> Forget(MemberId person, AreaId home, DateTimeOffset now);
}
