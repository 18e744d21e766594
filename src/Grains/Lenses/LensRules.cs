using PeerNet.Contracts;
using PeerNet.Contracts.Lenses;

namespace PeerNet.Grains.Lenses;

/// <summary>Validates lenses. Refusals never contain the text itself.</summary>
internal static class LensRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(AddLens lens)
    {
        return Unless(LensFields.Name.Allows(lens.Name), "name", LensFields.Name.Detail)
        ?? Unless(LensFields.Makers.Allows(lens.Makers), "makers", LensFields.Makers.Detail)
        ?? Unless(LensFields.Credit.Allows(lens.Credit), "credit", LensFields.Credit.Detail)
        ?? Unless(
            LensFields.IsLink(lens.Link), "link", $"Use an https address of up to {LensFields.Link.Max} characters.")
        ?? Unless(LensFields.AreSteps(lens.Steps), "steps", LensFields.StepsDetail)
        ?? Unless(LensFields.Version.Allows(lens.Version), "version", LensFields.Version.Detail);
    }

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : LensRefusals.Invalid(field, detail);
}
