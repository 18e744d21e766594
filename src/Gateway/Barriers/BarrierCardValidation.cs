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
    public static string? FindFault(BarrierCard card)
    {
        if (!BarrierFields.Text.Allows(card.Text)) return "text";
        if (!BarrierFields.RoleName.Allows(card.RoleName)) return "roleName";
        if (card.UsToo is < FewOrMore.MinGroups or > BarrierFields.MaxGroups) return "usToo";
        if (!IsState(card)) return "state";
        if (card.Missed is not null && card.DueOn is null) return "missed";
        return card.Answer is { } answer ? FindFault(answer) : null;
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
        return BarrierFields.LimitText.Allows(limit.What) ? null : "limit";
    }
}
