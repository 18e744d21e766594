using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Barriers;

/// <summary>
/// Decides which cards of barriers are kept. A neighbour may send anything; a card that no barrier could have is
/// skipped.
/// </summary>
internal static class BarrierCardValidation
{
    /// <summary>The first invalid field, or null.</summary>
    /// <param name="card">The card.</param>
    /// <param name="today">The latest day that it can be in the other area.</param>
    public static string? FindFault(BarrierCard card, DateOnly today)
    {
        if (!BarrierFields.Text.Allows(card.Text)) return "text";
        if (!BarrierFields.RoleName.Allows(card.RoleName)) return "roleName";
        if (card.UsToo is < FewOrMore.MinGroups or > BarrierFields.MaxGroups) return "usToo";
        if (!IsState(card)) return "state";
        // No day that was named once is too early: an area may bring in what was said before PeerNet was there.
        if (card.DueOn > today.AddDays(BarrierFields.MaxDaysToAct)) return "dueOn";
        if (card.Missed is { } missed && (card.DueOn is null || missed > today)) return "missed";
        if (card.Answer is not { } answer) return null;
        return FindWrongDay(answer, card.RaisedOn, today) ?? FindFault(answer);
    }

    // One that is withdrawn has no card.
    private static bool IsState(BarrierCard card) => card.State switch
    {
        BarrierState.Raised => card is { Answer: null, DueOn: null },
        BarrierState.Heard => card.DueOn is not null,
        BarrierState.Answered or BarrierState.Settled or BarrierState.Reopened =>
            card.Answer is { } answer && card.DueOn == answer.By,
        _ => false,
    };

    // What was added is checked after this to be there.
    private static string? FindWrongDay(AnswerOnCard answer, DateOnly raisedOn, DateOnly today)
    {
        if (answer.SaidOn < raisedOn || answer.SaidOn > today) return "saidOn";
        if (answer.By < answer.SaidOn || answer.By > answer.SaidOn.AddDays(BarrierFields.MaxDaysToAct)) return "by";
        return answer.Additions.Any(one => one?.AddedOn < answer.SaidOn || one?.AddedOn > today) ? "addedOn" : null;
    }

    private static string? FindFault(AnswerOnCard answer)
    {
        var namesDay = answer.Kind is AnswerKind.Can or AnswerKind.DontKnowYet;
        if (answer.By is not null != namesDay) return "by";
        string?[] parts = [answer.WhatICan, answer.WhatStopsMe, answer.WhatIDontKnow];
        if (!parts.All(BarrierFields.Part.Allows) || !parts.Any(TextRule.IsVisible)) return "answer";
        if (answer.Additions.Length > BarrierFields.MaxAdditions) return "additions";
        if (!answer.Additions.All(one => one is { Text: { } text } && BarrierFields.Addition.Allows(text)))
            return "additions";
        if (answer.Limit is not { } limit) return null;
        if (answer.Kind != AnswerKind.Cannot || limit.What is null) return "limit";
        return BarrierFields.LimitSaid.Allows(limit.What) ? null : "limit";
    }
}
