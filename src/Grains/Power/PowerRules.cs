using PeerNet.Contracts;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Power;

/// <summary>Validates what somebody says of a role.</summary>
internal static class PowerRules
{
    /// <summary>A role stays the same.</summary>
    public static Refusal RoleStays { get; } =
        PowerRefusals.Invalid("role", "It stays the same. Say that you hold another role with a new ID.");

    /// <summary>The day on which a role was handed on stays the same.</summary>
    public static Refusal SinceStays { get; } =
        PowerRefusals.Invalid("since", PowerFields.SinceStays);

    /// <summary>Returns a refusal of the first invalid field, or null.</summary>
    public static Refusal? Check(HoldRole says, DateOnly today)
    {
        if (says.Since > today || says.Since < today.AddYears(-PowerFields.MaxYears))
            return PowerRefusals.Invalid("since", $"Use today, or a day in the last {PowerFields.MaxYears} years.");
        if (says.SharedWith is < 0 or > PowerFields.MaxSharedWith)
            return PowerRefusals.Invalid("sharedWith", $"Use 0 to {PowerFields.MaxSharedWith}.");
        return null;
    }
}
