using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;

namespace PeerNet.Grains.Barriers;

/// <summary>Validates what people say about limits. Refusals never contain the text itself.</summary>
internal static class LimitRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(ClaimLimit says)
    {
        return Text("what", says.What)
        ?? Line("source", says.Source)
        ?? (says is { Kind: LimitKind.Law, Source: null } ? LimitRefusals.NeedsSource : null)
        ?? Line("section", says.Section)
        ?? Line("whoseRule", says.WhoseRule)
        ?? Text("wouldHaveToChange", says.WouldHaveToChange);
    }

    /// <summary>The same for a check.</summary>
    public static Refusal? Check(CheckLimit check) => Line("who", check.Who) ?? Text("how", check.How);

    /// <summary>The same for a dispute.</summary>
    public static Refusal? Check(DisputeLimit dispute) => Text("why", dispute.Why);

    /// <summary>The same for a change.</summary>
    public static Refusal? Check(ChangeLimit change) => Text("whatChanged", change.WhatChanged);

    private static Refusal? Text(string field, string? text) => Rule(field, text, BarrierFields.LimitText);

    private static Refusal? Line(string field, string? text) => Rule(field, text, BarrierFields.LimitLine);

    private static Refusal? Rule(string field, string? text, TextRule rule) =>
        rule.Allows(text) ? null : LimitRefusals.Invalid(field, rule.Detail);
}
