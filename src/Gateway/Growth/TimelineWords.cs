using PeerNet.Contracts.Growth;

namespace PeerNet.Gateway.Growth;

/// <summary>The milestones of a group in words, in English; keys of the translations.</summary>
internal static class TimelineWords
{
    public static string Of(Milestone milestone) => milestone switch
    {
        Milestone.Founded => "The group began.",
        Milestone.FirstMeeting => "The group met for the first time.",
        Milestone.NewcomerCameBack => "Somebody new came back.",
        Milestone.FirstCoLead => "Somebody began to help to lead the group.",
        Milestone.FirstOfferTakenUp => "Somebody took up an offer or a request of the group.",
        Milestone.FirstVisit => "A guest from another area came.",
        Milestone.TenthMeeting => "The group met for the tenth time.",
        Milestone.RoleHandedOn => "A role was handed on from one person to another.",
        Milestone.OneYear => "The group had been there for a year.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
