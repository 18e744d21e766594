using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;

namespace PeerNet.Grains.Barriers;

/// <summary>Validates what people say about barriers. Refusals never contain the text itself.</summary>
internal static class BarrierRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(RaiseBarrier raise) => Text("text", raise.Text, BarrierFields.Text);

    /// <summary>The same for the day of an answer.</summary>
    public static Refusal? Check(HearBarrier hear, DateOnly today) =>
        Ahead("answerBy", hear.AnswerBy, today, BarrierFields.MaxDaysToAnswer);

    /// <summary>The same for an answer.</summary>
    public static Refusal? Check(AnswerBarrier says, DateOnly today)
    {
        return Day(says, today)
        ?? Limit(says)
        ?? Text("whatICan", says.WhatICan, BarrierFields.Part)
        ?? Text("whatStopsMe", says.WhatStopsMe, BarrierFields.Part)
        ?? Text("whatIDontKnow", says.WhatIDontKnow, BarrierFields.Part)
        ?? Unless(
            new[] { says.WhatICan, says.WhatStopsMe, says.WhatIDontKnow }.Any(TextRule.IsVisible),
            "whatICan", BarrierFields.NothingSaidDetail);
    }

    /// <summary>The same for what is added.</summary>
    public static Refusal? Check(AddToAnswer adds) => Text("text", adds.Text, BarrierFields.Addition);

    private static Refusal? Day(AnswerBarrier says, DateOnly today)
    {
        var isNeeded = says.Kind is AnswerKind.Can or AnswerKind.DontKnowYet;
        if (says.By is { } day && isNeeded) return Ahead("by", day, today, BarrierFields.MaxDaysToAct);
        return Unless(says.By is null && !isNeeded, "by", "Name a day for can and dontKnowYet, and only for them.");
    }

    private static Refusal? Limit(AnswerBarrier says)
    {
        if (says.Kind == AnswerKind.Cannot) return says.LimitId is null ? BarrierRefusals.NeedsLimit : null;
        return Unless(says.LimitId is null, "limitId", "Name a limit for cannot, and only for it.");
    }

    private static Refusal? Ahead(string field, DateOnly day, DateOnly today, int max) =>
        Unless(day >= today && day <= today.AddDays(max), field, $"Use today or a day up to {max} days ahead.");

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        Unless(rule.Allows(text), field, rule.Detail);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : BarrierRefusals.Invalid(field, detail);
}
