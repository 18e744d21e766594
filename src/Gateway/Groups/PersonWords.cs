using Microsoft.Extensions.Localization;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Groups;

/// <summary>How pages speak about somebody who belongs to a group, in English; keys of the translations.</summary>
internal static class PersonWords
{
    public static string Of(Part part) => part switch
    {
        Part.Lead => "Leads the group",
        Part.CoLead => "Helps to lead",
        Part.Member => "Belongs to the group",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Their name, or that they do not show it.</summary>
    public static string Of(PersonModel person, IStringLocalizer<Texts> texts) =>
        person.Name ?? texts["Somebody who keeps their name to themselves"];
}
