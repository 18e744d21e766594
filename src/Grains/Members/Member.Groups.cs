using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>The person's groups, and the groups that invite them.</summary>
internal sealed partial record Member
{
    // What anyone can make this record hold: invitations, and groups that were left.
    private const int MaxInvitations = 100;
    private const int MaxLeft = 200;

    /// <summary>Applies the person's part in a group; an older version changes nothing.</summary>
    public Result<Member> Note(MembershipChanged news, DateTimeOffset now)
    {
        var known = Groups.FirstOrDefault(g => g.GroupId == news.Group);
        if (ErasedAt is not null || known?.Version >= news.Version) return this;
        // A person who is not known was never told about the group, so there is nothing to take back.
        if (Profile is null && known is null && news.Part is null) return this;
        var others = known is null ? Groups : Groups.Remove(known);
        return (this with
        {
            Groups = Bounded(others.Add(new(news.Group, news.Part, news.Version) { Until = news.Until })),
        }).With(Agreed(news, now));
    }

    // Only somebody without a sign-in needs a receipt for joining: others join by themselves.
    private IEnumerable<ConsentReceipt> Agreed(MembershipChanged news, DateTimeOffset now)
    {
        var what = $"group/{news.Group}";
        if (news.HeardBy is { } lead) yield return new(what, true, now, lead, ConsentChannel.Heard);
        else if (news.Part is null && HasAgreed(what)) yield return Ended(what, news.IsOwnWish, now);
    }

    /// <summary>The groups they belong to, have asked to join or are invited to, and their part in each.</summary>
    public IEnumerable<GroupPart> PartsOn(DateTimeOffset now) =>
        GroupsOn(now).Select(g => new GroupPart(g.GroupId, g.Part!.Value));

    /// <summary>The groups and their parts in them, without the groups they left and what has expired.</summary>
    private IEnumerable<GroupNews> GroupsOn(DateTimeOffset now) =>
        Groups.Where(g => g.Part is not null && !(g.Until <= now));

    // The oldest are dropped: an invitation can still be accepted by those who know the group's ID.
    private static ImmutableArray<GroupNews> Bounded(ImmutableArray<GroupNews> groups)
    {
        var dropped = groups.Where(g => g.Part == Part.Invited)
            .SkipLast(MaxInvitations)
            .Concat(groups.Where(g => g.Part is null).SkipLast(MaxLeft))
            .ToList();
        return groups.RemoveRange(dropped);
    }
}

/// <summary>The latest version of a person's part in one group.</summary>
internal sealed record GroupNews(GroupId GroupId, Part? Part, int Version)
{
    /// <summary>When the invitation or the request to join expires, if the part is invited or asked.</summary>
    public DateTimeOffset? Until { get; init; }
}
