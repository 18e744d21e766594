using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Practices;

/// <summary>
/// What groups have done: for their own people until every group agrees, then for everybody who is signed in. It names
/// groups, and never a person.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.practice-details")]
public sealed record PracticeDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required PracticeId Id { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)] public required PracticeState State { get; init; }

    /// <summary>What was told; null once it is withdrawn.</summary>
    [Id(2)] public TellPractice? Told { get; init; }

    /// <summary>When it was told; null once it is withdrawn.</summary>
    [Id(3)] public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When the last of its groups agreed.</summary>
    [Id(4)] public DateTimeOffset? ShownAt { get; init; }

    /// <summary>The groups of it that have agreed.</summary>
    [Id(5)] public ImmutableArray<GroupId> Agreed { get; init; } = [];

    /// <summary>How many other groups say thank you.</summary>
    [Id(6)] public FewOrMore Thanks { get; init; } = FewOrMore.None;

    /// <summary>The caller's groups that have said thank you.</summary>
    [Id(7)] public ImmutableArray<GroupId> ThanksOfMine { get; init; } = [];

    /// <summary>What the caller can do now.</summary>
    [Id(8)] public PracticeActs Yours { get; init; } = new();
}

/// <summary>The state of a practice.</summary>
[GenerateSerializer, Alias("peernet.practice-state")]
public enum PracticeState
{
    /// <summary>Told, for the people of its groups alone.</summary>
    Told,
    /// <summary>Every group has agreed: everybody who is signed in can read it.</summary>
    Shown,
    /// <summary>One of its groups, or a coordinator, has withdrawn it, for good. Its words are gone.</summary>
    Withdrawn,
}

/// <summary>What a caller can do with a practice now.</summary>
[GenerateSerializer, Immutable, Alias("peernet.practice-acts")]
public sealed record PracticeActs
{
    /// <summary>The caller's groups that can agree.</summary>
    [Id(0)] public ImmutableArray<GroupId> AgreeFor { get; init; } = [];

    /// <summary>The caller's groups that can say thank you.</summary>
    [Id(1)] public ImmutableArray<GroupId> ThankFor { get; init; } = [];

    /// <summary>Whether the caller can withdraw it.</summary>
    [Id(2)] public bool CanWithdraw { get; init; }
}

/// <summary>What groups of an area have done.</summary>
/// <param name="Items">Those that wait for one of the caller's groups, then those that are shown, newest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.practices")]
public sealed record PracticeList([property: Id(0)] ImmutableArray<PracticeDetails> Items)
{
    /// <summary>Whether there are more that were shown earlier.</summary>
    [Id(1)] public bool HasMore { get; init; }
}
