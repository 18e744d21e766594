using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Groups;

/// <summary>Whether somebody can speak for a group.</summary>
internal static class Leading
{
    /// <summary>Whether the caller belongs to the group.</summary>
    public static bool IsOwn(this GroupDetails group) => group.Yours is { Part: >= Part.Member };

    /// <summary>Whether the caller leads or co-leads the group.</summary>
    public static bool IsLed(this GroupDetails group) => group.Yours?.Part is Part.Lead or Part.CoLead;

    /// <summary>Whether the person on whose first page it is leads or co-leads the group.</summary>
    public static bool IsLed(this HomeGroup group) => group.Part is Part.Lead or Part.CoLead;
}
