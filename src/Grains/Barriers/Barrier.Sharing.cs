using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>
/// Whether anyone reads it, which a lead of its group agrees to. Until then its readers are those of the area, so that
/// whatever asks who they are needs to know nothing of this.
/// </summary>
internal sealed partial record Barrier
{
    private const int TheOccasion = 1;

    // What was sent, which may come again.
    private RaiseBarrier? AsAsked =>
        Sharing == BarrierSharing.None ? Raised : Raised! with { Readers = Readers.AllAreas };

    private IEnumerable<LeadsTold> NoLongerAsking =>
        Sharing == BarrierSharing.WaitsForLead ? [LeadsAsked(isOver: true)] : [];

    /// <summary>A lead of the group that raised it agrees that anyone reads it, or declines, for good.</summary>
    /// <param name="chosen">Who can read it.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="notShared">Why the group cannot let people outside the area read it; null if it can.</param>
    public Next<Barrier> ChooseReaders(ChooseReaders chosen, MemberStanding own, Refusal? notShared = null)
    {
        if (Raised is null) return BarrierRefusals.NotFound;
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (!own.Leads.Contains(Raised.GroupId)) return BarrierRefusals.SharedByLeads;
        if (Sharing != BarrierSharing.WaitsForLead)
            return Raised.Readers == chosen.Readers ? this : BarrierRefusals.ReadersStay;
        if (notShared is not null) return notShared;
        return chosen.Readers == Readers.AllAreas ? Shared() : Declined();
    }

    private Next<Barrier> AskingLeads()
    {
        var atHome = Raised! with { Readers = Readers.MyArea };
        return (this with { Raised = atHome, Sharing = BarrierSharing.WaitsForLead }).Send(LeadsAsked());
    }

    // Answers may have named limits meanwhile, whose words were asked for by nobody.
    private Next<Barrier> Shared()
    {
        return (this with { Raised = AsAsked, Sharing = BarrierSharing.None }).Send(
        [
            .. NamedLimits.Select(limit => new LimitCited(limit, Id, Raised!.GroupId, IsForAllAreas: true)),
            .. NoLongerAsking,
        ]);
    }

    private Next<Barrier> Declined() =>
        (this with { Sharing = BarrierSharing.Declined }).Send([.. NoLongerAsking]);

    private LeadsTold LeadsAsked(bool isOver = false)
    {
        var about = new NoticeAbout(NoticeKind.BarrierToShare) { GroupId = Raised!.GroupId, BarrierId = Id };
        return new(Raised.GroupId, about, TheOccasion, isOver);
    }
}
