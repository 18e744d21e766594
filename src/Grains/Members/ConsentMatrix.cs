using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>
/// Who may see what about a person: the table in docs/consents.md, and the only place that decides it. Every answer
/// with a name or another personal detail follows it.
/// </summary>
internal static class ConsentMatrix
{
    /// <summary>Whether a viewer may see a detail of a person who has agreed to that.</summary>
    public static bool Shows(Detail detail, Viewer viewer, Consents agreed) => (viewer, detail) switch
    {
        (Viewer.Themselves, _) => true,
        (Viewer.Coordinator, Detail.Helps or Detail.Receipts or Detail.SignInAddress) => false,
        (Viewer.Coordinator, _) => true,
        (Viewer.Lead or Viewer.Fellow, Detail.Name) => agreed.NameToGroups,
        (Viewer.Lead, Detail.Contact) => agreed.ContactToLeads,
        (Viewer.Lead, Detail.Helps) => agreed.HelpsToLeads,
        _ => false,
    };
}

/// <summary>Who looks at a person's record.</summary>
internal enum Viewer
{
    /// <summary>Anyone else. To them the person does not exist.</summary>
    Stranger,
    /// <summary>Someone who belongs to a group that the person belongs to.</summary>
    Fellow,
    /// <summary>A lead or co-lead of a group that the person belongs to or has asked to join.</summary>
    Lead,
    /// <summary>A coordinator of the area.</summary>
    Coordinator,
    /// <summary>The person.</summary>
    Themselves,
}

/// <summary>What can be seen of a person.</summary>
internal enum Detail
{
    /// <summary>The name they like to be called.</summary>
    Name,
    /// <summary>How to reach them.</summary>
    Contact,
    /// <summary>What helps them take part.</summary>
    Helps,
    /// <summary>What they agree to now.</summary>
    Consents,
    /// <summary>Their groups, and their part in each.</summary>
    Groups,
    /// <summary>Their seats in groups of other areas.</summary>
    Seats,
    /// <summary>Every consent that they gave or withdrew.</summary>
    Receipts,
    /// <summary>The address that they sign in with.</summary>
    SignInAddress,
}
