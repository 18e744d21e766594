namespace PeerNet.Contracts.Barriers;

/// <summary>
/// How many of the barriers that were raised in a year were answered by their date, in the whole area: never of one
/// role or one group, because nobody is compared. Nothing of it leaves the area.
/// </summary>
/// <param name="Year">The year, in Europe/London.</param>
/// <param name="Counts">The counts; null below eight barriers of four groups.</param>
[GenerateSerializer, Immutable, Alias("peernet.answer-shares")]
public sealed record AnswerShares([property: Id(0)] int Year, [property: Id(1)] AnswerCounts? Counts)
{
    /// <summary>How many barriers have to be counted.</summary>
    public const int MinBarriers = 8;

    /// <summary>The counts of so many groups, or nothing if there are too few.</summary>
    public static AnswerShares Of(int year, int groups, AnswerCounts counts) =>
        groups < FewOrMore.MinGroups || counts.Raised < MinBarriers ? new(year, null) : new(year, counts);
}

/// <summary>
/// What became of the first day by which an answer was due. "Don’t know yet" is no answer, and an answer that comes
/// later, once a promise was not enough, changes none of it. One that is withdrawn is not counted.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.answer-counts")]
public sealed record AnswerCounts
{
    /// <summary>How many barriers were raised.</summary>
    [Id(0)] public required int Raised { get; init; }

    /// <summary>How many were answered by the day that was named.</summary>
    [Id(1)] public required int ByDate { get; init; }

    /// <summary>How many were answered after it.</summary>
    [Id(2)] public required int Late { get; init; }

    /// <summary>How many have no answer although it has passed.</summary>
    [Id(3)] public required int Over { get; init; }

    /// <summary>For how many it is still to come.</summary>
    [Id(4)] public required int Ahead { get; init; }

    /// <summary>For how many nobody has named a day, with those that were answered without one.</summary>
    [Id(5)] public required int WithoutDay { get; init; }

    /// <summary>How many were answered, whenever.</summary>
    [Id(6)] public required int Answered { get; init; }

    /// <summary>Of how many of these the group that raised it says that the answer helped.</summary>
    [Id(7)] public required int Helped { get; init; }
}
