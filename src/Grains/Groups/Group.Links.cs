using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Links that each let one person in, whoever opens it.</summary>
internal sealed partial record Group
{
    /// <summary>The maximum number of links that let somebody in at a time.</summary>
    public const int MaxLinks = 20;

    private const int LinkDays = 14, MaxLinksKnown = 60;

    /// <summary>Links, oldest first; those that were used or ended are known for a while.</summary>
    [MaxItems(MaxLinksKnown)]
    public ImmutableArray<MadeLink> Links { get; init; } = [];

    /// <summary>A lead makes a link; the same if there is that link, even if it has been used or ended.</summary>
    public Next<Group> MakeLink(InvitationLinkId id, string digest, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (Links.Any(one => one.Id == id)) return this;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (Links.Count(one => IsOpen(one, now)) >= MaxLinks) return GroupRefusals.LinksFull(MaxLinks);
        // A coordinator who does not lead the group is not named in it.
        var maker = by.Member is { } member && PartOf(member) >= Part.CoLead ? by.Member : null;
        var isFull = Links.Length == MaxLinksKnown;
        var kept = isFull ? Links.Remove(Links.First(one => !IsOpen(one, now))) : Links;
        return this with { Links = kept.Add(new(id, digest, maker, now, null)) };
    }

    /// <summary>A lead ends a link; the same if it lets nobody in any more.</summary>
    public Next<Group> EndLink(InvitationLinkId id, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        return Links.FirstOrDefault(one => one.Id == id && IsOpen(one, now)) is { } link ? Closed(link, now) : this;
    }

    /// <summary>
    /// Joins by a link, as somebody who was invited and accepts. Whoever belongs already does not use it up.
    /// </summary>
    public Next<Group> JoinBy(string digest, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (Description is null || by.Member is not { } member) return GroupRefusals.LinkNotFound;
        if (PartOf(member) >= Part.Member) return this;
        if (OpenLink(digest, now) is not { } link) return GroupRefusals.LinkNotFound;
        if (standing.Erased) return MemberRefusals.Erased;
        if (!standing.Known) return GroupRefusals.PersonUnknown;
        return Enter(member, Part.Member, now, isOwnWish: true).Then(group => group.Closed(link, now));
    }

    /// <summary>Whether a link with that digest lets somebody in.</summary>
    public bool OpensTo(string digest, DateTimeOffset now) => OpenLink(digest, now) is not null;

    /// <summary>Whether that link lets somebody in.</summary>
    public bool HasLink(InvitationLinkId id, DateTimeOffset now) => Links.Any(one => one.Id == id && IsOpen(one, now));

    /// <summary>The links that let somebody in, for leads and coordinators.</summary>
    public Result<ImmutableArray<InvitationLink>> LinksSeenBy(Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        return Links.Where(one => IsOpen(one, now))
            .Select(one => new InvitationLink(one.Id, one.By, one.MadeAt, one.MadeAt.AddDays(LinkDays)))
            .ToImmutableArray();
    }

    private MadeLink? OpenLink(string digest, DateTimeOffset now) =>
        IsClosed(now) ? null : Links.FirstOrDefault(one => one.Digest == digest && IsOpen(one, now));

    // As of invitations: while a group has no lead, those from before do not count.
    private bool IsOpen(MadeLink link, DateTimeOffset now) =>
        link.EndedAt is null && now < link.MadeAt.AddDays(LinkDays) && !(link.MadeAt < WithoutLeadSince);

    private Group Closed(MadeLink link, DateTimeOffset now) =>
        this with { Links = Links.Replace(link, link with { EndedAt = now }) };

    /// <summary>The group without the links of those who do not lead it any more.</summary>
    private Group WithLinksOfLeads()
    {
        var kept = Links.RemoveAll(link => link.By is { } maker && !(PartOf(maker) >= Part.CoLead));
        return kept.Length == Links.Length ? this : this with { Links = kept };
    }
}

/// <summary>A link, of whose key only a digest is known; nothing says who has used it.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Digest">The SHA-256 of the key, in hexadecimal digits.</param>
/// <param name="By">The lead who made it; null if a coordinator did.</param>
/// <param name="MadeAt">When they made it.</param>
/// <param name="EndedAt">When it was used or ended. Kept so that a form that is sent again does not revive it.</param>
internal sealed record MadeLink(
    InvitationLinkId Id, string Digest, MemberId? By, DateTimeOffset MadeAt, DateTimeOffset? EndedAt);
