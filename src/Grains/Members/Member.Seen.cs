using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What each caller may see of the person.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// What the <see cref="ConsentMatrix"/> shows the caller. For a stranger the person does not exist.
    /// </summary>
    public Result<MemberDetails> SeenBy(Caller by, MemberStanding caller, int edition, DateTimeOffset now)
    {
        if (ErasedAt is not null && (by.Is(Id) || by.Coordinates)) return MemberRefusals.Erased;
        var viewer = ViewerFor(by, caller, now);
        if (Profile is not { } profile || viewer == Viewer.Stranger) return MemberRefusals.NotFound;
        return new MemberDetails
        {
            Id = Id,
            Name = Shows(Detail.Name) ? profile.Name : null,
            Contact = Shows(Detail.Contact) ? profile.Contact : null,
            Helps = Shows(Detail.Helps) ? profile.Helps : null,
            Consents = Shows(Detail.Consents) ? profile.Consents : null,
            ConsentReceipts = Shows(Detail.Receipts) ? Receipts : null,
            Groups = Shows(Detail.Groups) ? [.. PartsOn(now)] : null,
            Seats = Shows(Detail.Seats) ? [.. Seats.Select(s => s.Seat)] : null,
            SignInAddress = Shows(Detail.SignInAddress) ? SignInAddress : null,
            Version = edition,
        };

        bool Shows(Detail detail) => ConsentMatrix.Shows(detail, viewer, profile.Consents);
    }

    /// <summary>The person's name, if the caller may see it; null otherwise, and once they are erased.</summary>
    public string? NameFor(Caller by, MemberStanding caller, DateTimeOffset now)
    {
        if (Profile is null) return null;
        return ConsentMatrix.Shows(Detail.Name, ViewerFor(by, caller, now), Profile.Consents) ? Profile.Name : null;
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

    private Viewer ViewerFor(Caller by, MemberStanding caller, DateTimeOffset now)
    {
        if (by.Is(Id)) return Viewer.Themselves;
        if (by.Coordinates) return Viewer.Coordinator;
        // An invitation opens nothing: its leads know of the person no more than anyone else.
        var known = GroupsOn(now).Where(g => g.Part != Part.Invited).Select(g => g.GroupId);
        if (caller.Leads.Any(known.Contains)) return Viewer.Lead;
        var isFellow = Groups.Any(g => g.Part >= Part.Member && caller.Groups.Contains(g.GroupId));
        return isFellow ? Viewer.Fellow : Viewer.Stranger;
    }
}
