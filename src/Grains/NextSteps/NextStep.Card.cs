using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>The step's card, for other areas and visitors.</summary>
internal sealed partial record NextStep
{
    private bool IsForAllAreas =>
        Says?.Readers == Readers.AllAreas && HasOwner && State != NextStepState.Dropped;

    /// <inheritdoc/>
    public NextStepCard? CardIn(AreaId area)
    {
        return Says is null || !IsForAllAreas ? null : new()
        {
            Area = area,
            Id = Id,
            Text = Says.Text,
            Layer = Says.Layer,
            DueOn = Says.DueOn,
            Cost = Says.Cost,
            State = State,
            LastSaidOn = London.DayOf(Entries[^1].At),
        };
    }

    // The words that it says stay, so nobody has to find the groups that it names. An older program does not know what
    // it comes from, and takes it back all the same.
    private bool IsNarrowedBy(WriteNextStep says)
    {
        if (Says is null || !HasOwner || says.Readers != Readers.MyArea) return false;
        var same = Says with { Readers = Readers.MyArea, From = says.From is null ? null : Says.From };
        return PeerNetJson.Same(same, says);
    }

    private Result<NextStep> Narrow(WriteNextStep says, IfMatch ifMatch, int edition, MemberStanding own)
    {
        if (!MayNarrow(own)) return NextStepRefusals.GroupsOnly;
        if (Says!.Readers == says.Readers) return this;
        return ifMatch.CheckIfGiven(edition) is { } stale ? stale : this with { Says = says with { From = Says.From } };
    }

    // Those who decided who reads it: whoever wrote it down, and the group that took it on like that.
    private bool MayNarrow(MemberStanding own) =>
        own.Groups.Contains(Says!.GroupId) || (Owner is { } owner && own.Leads.Contains(owner));
}
