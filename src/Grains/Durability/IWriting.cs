using System.Collections.Immutable;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Durability;

/// <summary>A letter to another area, kept in the record of the change that caused it until it is acknowledged.</summary>
/// <param name="Since">When it was written.</param>
/// <param name="Letter">The letter.</param>
/// <param name="Refusals">How often the other area said no to it.</param>
/// <param name="Parked">The code of that no, once it is not sent any more.</param>
internal sealed record PostedLetter(DateTimeOffset Since, Letter Letter, int Refusals = 0, string? Parked = null);

/// <summary>A record that writes letters. The field's name in JSON, <c>letters</c>, is what the Gateway's courier looks for.</summary>
internal interface IWriting<TSelf> where TSelf : class, IWriting<TSelf>
{
    /// <summary>The letters, oldest first.</summary>
    ImmutableArray<PostedLetter> Letters { get; }

    /// <summary>The same record with other letters.</summary>
    TSelf WithLetters(ImmutableArray<PostedLetter> letters);
}
