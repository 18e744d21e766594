using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Who calls an offer, and what decides whether they are among those it is for.</summary>
/// <param name="By">The caller.</param>
/// <param name="Own">The caller's own standing.</param>
/// <param name="MakersGroups">The groups of the person who made the offer.</param>
internal sealed record OfferCaller(Caller By, MemberStanding Own, ImmutableArray<GroupId> MakersGroups)
{
    /// <summary>Why the caller can neither make an offer nor take one up, or null.</summary>
    public Refusal? WhyUnknown()
    {
        if (Own.Erased) return MemberRefusals.Erased;
        return Own.Known && By.Member is not null ? null : MemberRefusals.NotFound;
    }

    /// <summary>Whether the caller leads that group.</summary>
    public bool Leads(GroupId group) => Own.Leads.Contains(group);
}
