using PeerNet.Contracts.Link;

namespace PeerNet.Contracts;

/// <summary>The outcome of one attempt to deliver a message.</summary>
/// <param name="Operation">The message.</param>
/// <param name="Attempt">How many attempts had been answered before this one.</param>
/// <param name="Outcome">What the addressee did.</param>
/// <param name="Code">The code of its refusal, if it refused.</param>
[GenerateSerializer, Immutable, Alias("peernet.delivery")]
public sealed record Delivery(
    [property: Id(0)] OperationId Operation,
    [property: Id(1)] int Attempt,
    [property: Id(2)] Outcome Outcome,
    [property: Id(3)] string? Code = null)
{
    /// <summary>The outcome for the code of a refusal, or for null if the message was accepted.</summary>
    public static Delivery Of(OperationId operation, int attempt, string? code) =>
        new(operation, attempt, OutcomeOf(code), code);

    /// <summary>
    /// A fault on the way or at the addressee, which may or may not have stored the message.
    /// </summary>
    public static Delivery Fault(OperationId operation, int attempt) => new(operation, attempt, Outcome.Failed);

    /// <summary>Whether the code means that a message waits through no fault of its own.</summary>
    public static bool IsHeld(string? code) => OutcomeOf(code) is Outcome.Held or Outcome.NotYet;

    private static Outcome OutcomeOf(string? code)
    {
        if (code is null) return Outcome.Accepted;
        if (code == LinkRefusals.BorderClosed.Code) return Outcome.Held;
        return code == LinkRefusals.NotYet.Code ? Outcome.NotYet : Outcome.Refused;
    }
}

/// <summary>What an addressee did with a message.</summary>
[GenerateSerializer, Alias("peernet.outcome")]
public enum Outcome
{
    /// <summary>Accepted it.</summary>
    Accepted,
    /// <summary>Refused it.</summary>
    Refused,
    /// <summary>Does not know this kind of message until it is upgraded.</summary>
    NotYet,
    /// <summary>Failed, or could not be reached.</summary>
    Failed,
    /// <summary>Has closed the border, which says nothing about the message.</summary>
    Held,
}
