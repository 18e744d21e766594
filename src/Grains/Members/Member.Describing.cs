using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>Creating and changing the record.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// Creates the record (the person, a lead or a coordinator) or changes it (the person or a coordinator). Nobody
    /// changes what they cannot see, or consents for somebody else.
    /// </summary>
    public Result<Member> Describe(
        MemberId id,
        MemberProfile says,
        IfMatch ifMatch,
        int edition,
        Caller by,
        MemberStanding caller,
        DateTimeOffset now)
    {
        var mayKnow = by.Is(id) || by.Coordinates;
        if (!mayKnow && caller.Leads.IsEmpty) return AccessRefusals.NotYours;
        if (mayKnow && ErasedAt is not null) return MemberRefusals.Erased;
        if (id.IsGuest) return MemberRefusals.Id;
        if (ProfileRules.Check(says) is { } wrong) return wrong;
        // A lead gets every refusal that does not depend on the record before one that does, and otherwise the same
        // answer whoever is there and whatever they are called. No lead has ever read a version of somebody else.
        if (!mayKnow && (ifMatch.Given || Profile is not null || ErasedAt is not null))
            return !ifMatch.Given && IsCreation(says, by) ? this : MemberRefusals.NotFound;
        if (Profile is null) return ifMatch.Check(edition) is { } early ? early : Created(id, says, by, now);
        var next = Profile.After(Profile, by.Is(id) || by.Role == CallerRole.Area ? says : WithoutTheirs(says));
        if (PeerNetJson.Same(Profile, next)) return this;
        if (ifMatch.Check(edition) is { } stale) return stale;
        return (this with { Profile = next }).With(Changed(Profile.Consents, next.Consents, by, now));
    }

    /// <summary>
    /// The person calls, signed in: from now on the record is theirs, whoever created it.
    /// </summary>
    public Result<Member> Recognise(Caller by, DateTimeOffset now)
    {
        if (ErasedAt is not null) return MemberRefusals.Erased;
        return Creation is null || ClaimedAt is not null || !by.Is(Id) ? this : this with { ClaimedAt = now };
    }

    private Member Created(MemberId id, MemberProfile says, Caller by, DateTimeOffset now)
    {
        var profile = Profile.After(null, says);
        var created = this with
        {
            Id = id, Profile = profile, Creation = by.Is(id) ? null : new(by.Member, Digest.Of(says))
        };
        return created.With(created.Changed(new(), profile.Consents, by, now));
    }

    private bool IsCreation(MemberProfile says, Caller by) =>
        Creation is { By: { } creator } && by.Is(creator) && Creation.Digest == Digest.Of(says);

    // A caller who reads the record and sends it back has nothing for what they could not see.
    private static MemberProfile WithoutTheirs(MemberProfile says) =>
        says with { SaysHelps = false, Consents = new() };
}
