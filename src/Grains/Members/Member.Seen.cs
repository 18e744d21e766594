using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What each caller may know of the person.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// All for the person; contact for coordinators; what was agreed to for people of the same groups; for everybody
    /// else nobody is here.
    /// </summary>
    public Result<MemberDetails> SeenBy(Caller by, MemberStanding caller, int edition)
    {
        if (ErasedAt is not null && (by.Is(Id) || by.Coordinates)) return MemberRefusals.Erased;
        if (Profile is null) return MemberRefusals.NotFound;
        if (by.Is(Id)) return Full(edition) with { ConsentReceipts = Receipts };
        if (by.Coordinates) return Full(edition) with { Helps = null };
        var mine = Standing.Groups;
        var asked = Groups.Where(g => g.Part is not null).Select(g => g.GroupId);
        var leadsMe = caller.Leads.Any(g => asked.Contains(g));
        if (!leadsMe && !caller.Groups.Any(g => mine.Contains(g))) return MemberRefusals.NotFound;
        var agreed = Profile.Consents;
        return new MemberDetails
        {
            Id = Id,
            Name = agreed.NameToGroups ? Profile.Name : null,
            Contact = leadsMe && agreed.ContactToLeads ? Profile.Contact : null,
            Helps = leadsMe && agreed.HelpsToLeads ? Profile.Helps : null,
            Version = edition,
        };
    }

    /// <summary>
    /// What someone who may write the record gets back from writing it; a lead only what they have just sent.
    /// </summary>
    public Result<MemberDetails> AnsweredTo(Caller by, int edition) =>
        by.Is(Id) || by.Coordinates ? SeenBy(by, MemberStanding.None, edition) : Full(edition) with { Groups = null };

    private MemberDetails Full(int edition) => new()
    {
        Id = Id,
        Name = Profile!.Name,
        Contact = Profile.Contact,
        Helps = Profile.Helps,
        Consents = Profile.Consents,
        Groups = [.. Groups.Where(g => g.Part is not null).Select(g => new GroupPart(g.GroupId, g.Part!.Value))],
        Seats = [.. Seats.Select(s => s.Seat)],
        Version = edition,
    };
}
