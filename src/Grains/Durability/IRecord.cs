using System.Collections.Immutable;

namespace PeerNet.Grains.Durability;

/// <summary>What a grain keeps: an immutable record whose transitions return the next one, the same one, or a refusal.</summary>
internal interface IRecord<TSelf> where TSelf : class, IRecord<TSelf>
{
    /// <summary>Rises by one with every stored change; 0 means that nothing is stored.</summary>
    int Version { get; }

    /// <summary>Whether facts wait for other grains.</summary>
    bool Waiting { get; }

    /// <summary>The same record at another version.</summary>
    TSelf At(int version);
}

/// <summary>A fact for another grain, kept in the record of the change that caused it until it is delivered.</summary>
/// <param name="Since">When it was written.</param>
/// <param name="Fact">What to tell.</param>
internal sealed record Posted<TFact>(DateTimeOffset Since, TFact Fact);

/// <summary>A record that carries facts for other grains.</summary>
internal interface IPosting<TSelf, TFact> : IRecord<TSelf> where TSelf : class, IPosting<TSelf, TFact>
{
    /// <summary>The facts, oldest first.</summary>
    ImmutableArray<Posted<TFact>> Outbox { get; }
}

/// <summary>What a commit did.</summary>
internal sealed record Change<TState>(TState Before, TState After);
