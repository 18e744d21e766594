namespace PeerNet.Contracts.Barriers;

/// <summary>When a role will answer: the body of PUT barriers/{id}/hearing.</summary>
/// <param name="AnswerBy">The last day for an answer: today, or up to 92 days ahead.</param>
[GenerateSerializer, Immutable, Alias("peernet.hear-barrier")]
public sealed record HearBarrier([property: Id(0)] DateOnly AnswerBy);

/// <summary>A role's answer: the body of PUT barriers/{id}/answers/{answerId}. It stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("peernet.answer-barrier")]
public sealed record AnswerBarrier
{
    /// <summary>What the answer comes to.</summary>
    [Id(0)] public required AnswerKind Kind { get; init; }

    /// <summary>
    /// By when it is done, or the role will know: needed for <c>can</c> and <c>dontKnowYet</c>, and only there.
    /// </summary>
    [Id(1)] public DateOnly? By { get; init; }

    /// <summary>The one limit that is in the way: needed for <c>cannot</c>, and only there.</summary>
    [Id(2)] public LimitId? LimitId { get; init; }

    /// <summary>What the role can do, up to 2,000 characters. One of the three texts is needed.</summary>
    [Id(3)] public string? WhatICan { get; init; }

    /// <summary>What stops the role, up to 2,000 characters.</summary>
    [Id(4)] public string? WhatStopsMe { get; init; }

    /// <summary>What the role does not know, up to 2,000 characters.</summary>
    [Id(5)] public string? WhatIDontKnow { get; init; }
}

/// <summary>What an answer comes to.</summary>
[GenerateSerializer, Alias("peernet.answer-kind")]
public enum AnswerKind
{
    /// <summary>It will be done, by a day.</summary>
    Can,
    /// <summary>Some of it can be done.</summary>
    Partly,
    /// <summary>It cannot be done, because of a limit.</summary>
    Cannot,
    /// <summary>The role will know by a day.</summary>
    DontKnowYet,
}

/// <summary>More about an answer: the body of PUT barriers/{id}/additions/{additionId}.</summary>
/// <param name="Text">What the role adds, 1 to 2,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.add-to-answer")]
public sealed record AddToAnswer([property: Id(0)] string Text);

/// <summary>Whether an answer helped: the body of PUT barriers/{id}/helped/{groupId}.</summary>
/// <param name="AnswerId">The latest answer.</param>
/// <param name="Said">What the group says.</param>
[GenerateSerializer, Immutable, Alias("peernet.say-helped")]
public sealed record SayHelped([property: Id(0)] AnswerId AnswerId, [property: Id(1)] Helped Said);

/// <summary>What a group says about whether an answer helped.</summary>
[GenerateSerializer, Alias("peernet.helped")]
public enum Helped
{
    /// <summary>It helped.</summary>
    Yes,
    /// <summary>It helped a little.</summary>
    Partly,
    /// <summary>It did not help.</summary>
    No,
    /// <summary>Nobody can say yet.</summary>
    TooSoon,
}
