using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>Validates what a next step says. Refusals never contain the text itself.</summary>
internal static class NextStepRules
{
    /// <summary>
    /// Returns a refusal of the first invalid field, or null. A day that it has already stays valid when it is over,
    /// and what people liked when late counts say something else.
    /// </summary>
    public static Refusal? Check(WriteNextStep says, WriteNextStep? known, Nameable can, DateOnly today)
    {
        return Unless(NextStepFields.Text.Allows(says.Text), "text", NextStepFields.Text.Detail)
        ?? Unless(
            says.DueOn == known?.DueOn || IsNear(says.DueOn, today), "dueOn",
            $"Use a day from {NextStepFields.MaxDaysAgo} days ago to {NextStepFields.MaxDays} days ahead.")
        ?? Unless(
            says.For.AreDifferent() && says.For.Length is > 0 and <= NextStepFields.MaxGroups,
            "for", $"Use 1 to {NextStepFields.MaxGroups} groups, each only once.")
        ?? Unless(says.For.All(can.Found.Contains), "for", "Use groups of this area that you can find.")
        ?? Unless(
            says.OwnerId is not { } owner || can.Found.Contains(owner),
            "ownerId", "Use a group of this area that you can find, or leave it out.")
        ?? Unless(
            says.GatheringId is null || can.Gathered.Contains(says.GroupId),
            "gatheringId", "Use a gathering of the group that writes the step down, or leave it out.")
        ?? Unless(
            says.From is null || says.From == known?.From || says.From == can.Voiced,
            "from", "Use an option that people liked of a question of that gathering about voices, or leave it out.")
        ?? (says.For.All(group => group == says.OwnerId) ? NextStepRefusals.NeedsAnotherVoice : null);
    }

    /// <summary>The same for the role that is asked.</summary>
    public static Refusal? Check(WriteNextStep says, RoleStanding? role)
    {
        if (says.OwnerRoleId is null) return null;
        return Unless(says.OwnerId is null, "ownerRoleId", "Ask a group or a role, and not both.")
            ?? Unless(role?.Name is not null, "ownerRoleId", "Use a role of this area, or leave it out.");
    }

    private static bool IsNear(DateOnly day, DateOnly today) =>
        day >= today.AddDays(-NextStepFields.MaxDaysAgo) && day <= today.AddDays(NextStepFields.MaxDays);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : NextStepRefusals.Invalid(field, detail);
}
