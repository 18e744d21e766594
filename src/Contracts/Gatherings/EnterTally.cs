using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What was counted by hand at one table: the body of PUT gatherings/{id}/questions/{questionId}/tallies/{tallyId}.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.enter-tally")]
public sealed record EnterTally
{
    /// <summary>The table.</summary>
    [Id(0)] public required TableId TableId { get; init; }

    /// <summary>How many people were there, up to as many as sit at the table.</summary>
    [Id(1)] public required int Present { get; init; }

    /// <summary>How many of them took part.</summary>
    [Id(2)] public required int TookPart { get; init; }

    /// <summary>
    /// How many chose each option, in the order of the options. Of a quiz: yes, no, maybe, it depends. Of thumbs: up,
    /// middle, down. Of a mirror question: each step for lived experience, then for a role, then for both.
    /// </summary>
    [Id(3)] public required ImmutableArray<int> Counts { get; init; }

    /// <summary>
    /// What it depends on, in the table's words: up to 10 texts of up to 120 characters. Only for a quiz.
    /// </summary>
    [Id(4)] public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Entries of the same table that this one corrects, up to 20.</summary>
    [Id(5)] public ImmutableArray<TallyId> Replaces { get; init; } = [];
}

/// <summary>What somebody entered; nobody else can read it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.tally-details")]
public sealed record TallyDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required TallyId Id { get; init; }

    /// <summary>What was counted.</summary>
    [Id(1)] public required EnterTally Counted { get; init; }

    /// <summary>When it was entered.</summary>
    [Id(2)] public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Whether that was after the question closed.</summary>
    [Id(3)] public bool IsLate { get; init; }
}

/// <summary>Which tables have been counted, for keepers. It shows no count.</summary>
/// <param name="Tables">Every table that is asked.</param>
[GenerateSerializer, Immutable, Alias("peernet.tally-list")]
public sealed record TallyList([property: Id(0)] ImmutableArray<TalliedTable> Tables);

/// <summary>Whether one table has been counted.</summary>
/// <param name="TableId">The table.</param>
/// <param name="State">Whether its count is in.</param>
/// <param name="Tallies">The entries that no other replaces. To correct them, enter one that replaces them all.</param>
[GenerateSerializer, Immutable, Alias("peernet.tallied-table")]
public sealed record TalliedTable(
    [property: Id(0)] TableId TableId,
    [property: Id(1)] TallyState State,
    [property: Id(2)] ImmutableArray<TallyId> Tallies)
{
    /// <summary>Whether it is counted, by hand or by its slips.</summary>
    public bool IsIn => State is TallyState.Counted or TallyState.Slips;
}

/// <summary>Whether a table's count is in.</summary>
[GenerateSerializer, Alias("peernet.tally-state")]
public enum TallyState
{
    /// <summary>Nobody has entered it yet.</summary>
    Missing,
    /// <summary>It has been entered and counts.</summary>
    Counted,
    /// <summary>
    /// Entries differ, or more of its slips were used than took part, so the table does not count until an entry
    /// replaces them.
    /// </summary>
    Differs,
    /// <summary>Nobody has entered a count, and at least one of its slips was used.</summary>
    Slips,
}
