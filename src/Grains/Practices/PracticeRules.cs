using PeerNet.Contracts;
using PeerNet.Contracts.Practices;

namespace PeerNet.Grains.Practices;

/// <summary>Validates what is told. Refusals never contain the text itself.</summary>
internal static class PracticeRules
{
    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(TellPractice practice)
    {
        return Text("weDid", practice.WeDid)
        ?? Text("changed", practice.Changed)
        ?? (practice.WasHard is { } text ? Text("wasHard", text) : null)
        ?? Unless(
            practice.Groups.AreDifferent()
                && practice.Groups.Length is > 0 and <= PracticeFields.MaxGroups,
            "groups", $"Use 1 to {PracticeFields.MaxGroups} groups, each only once.");
    }

    private static Refusal? Text(string field, string? text) =>
        Unless(PracticeFields.Text.Allows(text), field, PracticeFields.Text.Detail);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : PracticeRefusals.Invalid(field, detail);
}
