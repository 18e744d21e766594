using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What each caller may see of the person.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// Everything for the person, contact details for coordinators, and what the person agreed to for people in the
    /// same groups. For everyone else the person does not exist.
    /// </summary>
    public Result<MemberDetails> SeenBy(Caller by, MemberStanding caller, int edition, DateTimeOffset now)
    {
        if (ErasedAt is not null && (by.Is(Id) || by.Coordinates)) return MemberRefusals.Erased;
        if (Profile is null) return MemberRefusals.NotFound;
        if (by.Is(Id)) return Full(edition, now) with { ConsentReceipts = Receipts };
        if (by.Coordinates) return Full(edition, now) with { Helps = null };
        var mine = Standing.Groups;
        // An invitation opens nothing: its leads know of the person no more than anyone else.
        var leads = GroupsOn(now).Where(g => g.Part != Part.Invited).Select(g => g.GroupId);
        var leadsMe = caller.Leads.Any(g => leads.Contains(g));
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
    /// The answer to someone who has written the record. A lead gets what they sent, and nothing that the person may
    /// have changed since.
    /// </summary>
    public Result<MemberDetails> AnsweredTo(Caller by, MemberProfile said, int edition, DateTimeOffset now)
    {
        return by.Is(Id) || by.Coordinates ? SeenBy(by, MemberStanding.None, edition, now) : new MemberDetails
        {
            Id = Id,
            Name = said.Name,
            Contact = said.Contact,
            Helps = said.Helps,
            Consents = new Consents().After(said.Consents),
            Version = 1,
        };
    }

    private MemberDetails Full(int edition, DateTimeOffset now) => new()
    {
        Id = Id,
        Name = Profile!.Name,
        Contact = Profile.Contact,
        Helps = Profile.Helps,
        Consents = Profile.Consents,
        Groups = [.. GroupsOn(now).Select(g => new GroupPart(g.GroupId, g.Part!.Value))],
        Seats = [.. Seats.Select(s => s.Seat)],
        Version = edition,
    };
}
