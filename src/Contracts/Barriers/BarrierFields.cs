namespace PeerNet.Contracts.Barriers;

/// <summary>The rules for the fields of barriers, of their answers, of limits and of roles.</summary>
public static class BarrierFields
{
    /// <summary>How many days ahead a role may put its answer.</summary>
    public const int MaxDaysToAnswer = 92;

    /// <summary>How many days ahead a role may promise something.</summary>
    public const int MaxDaysToAct = 731;

    /// <summary>The maximum number of answers to one barrier.</summary>
    public const int MaxAnswers = 20;

    /// <summary>The maximum number of additions to one answer.</summary>
    public const int MaxAdditions = 50;

    /// <summary>The maximum number of groups that say "us too".</summary>
    public const int MaxGroups = 500;

    /// <summary>The maximum number of barriers that rest on one limit.</summary>
    public const int MaxCited = 1000;

    /// <summary>The maximum number of barriers, limits or roles of a list.</summary>
    public const int MaxListed = 200;

    /// <summary>The maximum number of checks of one limit.</summary>
    public const int MaxChecks = 20;

    /// <summary>The detail of the refusal of an answer that says nothing, by which pages know it.</summary>
    public const string NothingSaidDetail = "Write in at least one of whatICan, whatStopsMe and whatIDontKnow.";

    /// <summary>What gets in the way.</summary>
    public static TextRule Text { get; } = TextRule.SomeLines(1000);

    /// <summary>Each part of an answer.</summary>
    public static TextRule Part { get; } = TextRule.Lines(2000);

    /// <summary>What is added to an answer.</summary>
    public static TextRule Addition { get; } = TextRule.SomeLines(2000);

    /// <summary>What a role is called.</summary>
    public static TextRule RoleName { get; } = TextRule.Line(120);

    /// <summary>What a limit says, and the other texts about it.</summary>
    public static TextRule LimitText { get; } = TextRule.SomeLines(1000);

    /// <summary>The same once names are taken out of it: what replaces a name can be longer than the name.</summary>
    public static TextRule LimitSaid { get; } = TakenOut.LeftOf(LimitText);

    /// <summary>Where a limit comes from, whose it is, and who checked it.</summary>
    public static TextRule LimitLine { get; } = TextRule.Line(250);
}
