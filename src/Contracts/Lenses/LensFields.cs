using System.Collections.Immutable;

namespace PeerNet.Contracts.Lenses;

/// <summary>The rules for the fields of lenses.</summary>
public static class LensFields
{
    /// <summary>The maximum number of steps or parts.</summary>
    public const int MaxSteps = 20;

    /// <summary>The maximum number of groups that say that one helps.</summary>
    public const int MaxGroups = 500;

    /// <summary>What it is called.</summary>
    public static TextRule Name { get; } = TextRule.Line(120);

    /// <summary>Who made it.</summary>
    public static TextRule Makers { get; } = TextRule.Line(250);

    /// <summary>The credit that its makers ask for.</summary>
    public static TextRule Credit { get; } = TextRule.SomeLines(500);

    /// <summary>Where it can be read.</summary>
    public static TextRule Link { get; } = TextRule.Line(250);

    /// <summary>Which version it is.</summary>
    public static TextRule Version { get; } = TextRule.Line(60);

    /// <summary>One of its steps.</summary>
    public static TextRule Step { get; } = TextRule.Line(120);

    /// <summary>Why it helps a group.</summary>
    public static TextRule Why { get; } = TextRule.SomeLines(500);

    /// <summary>What is allowed of the steps, as the detail of a refusal.</summary>
    public static string StepsDetail { get; } =
        $"Use up to {MaxSteps} different steps, each with 1 to {Step.Max} characters on one line.";

    /// <summary>Whether they are valid steps; none is a lens that is still to be described.</summary>
    public static bool AreSteps(ImmutableArray<string> steps)
    {
        return !steps.IsDefault && steps.Length <= MaxSteps && steps.All(step => step is not null && Step.Allows(step))
            && steps.Distinct(StringComparer.OrdinalIgnoreCase).Count() == steps.Length;
    }

    /// <summary>Whether it is the address of a page.</summary>
    public static bool IsLink(string? link) => link is null || (Link.Allows(link) && HttpsAddress.Is(link));
}
