using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Joining and leaving.</summary>
internal sealed partial record Group
{
    /// <summary>The most people one group's record carries, whatever capacity it names.</summary>
    public const int MostPeople = 500;

    /// <summary>Who belongs, leads included; who has only asked does not.</summary>
    private IEnumerable<Membership> Belonging => Roster.Where(m => m.Part != Part.Asked);

    /// <summary>What the group's meetings need to know.</summary>
    public GroupStanding Standing => new(
        Description is not null,
        [.. Belonging.Select(m => m.MemberId), .. Guests.Where(s => s.MeetingId is null).Select(s => s.Id.OnRosters)],
        [.. Roster.Where(m => m.Part >= Part.CoLead).Select(m => m.MemberId)],
        [.. Guests.Select(s => s with { ShownAs = null })]);

    /// <summary>Brings a person in, changes their part, or notes that they ask; a lead's word is enough, one's own word is where the group is open.</summary>
    public Result<Group> Join(MemberId member, JoinGroup request, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!by.Is(member) && !LedBy(by)) return AccessRefusals.NotYours;
        if (request.Part == Part.Asked) return GroupRefusals.NoSuchPart;
        if (!standing.Known || standing.Erased) return GroupRefusals.PersonUnknown;
        var current = PartOf(member);
        var wanted = request.Part ?? (current is null or Part.Asked ? Part.Member : current.Value);
        if (wanted == current) return this;
        if (wanted > Part.Member && !LedBy(by)) return AccessRefusals.LeadsOnly;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (current is null or Part.Asked) return Enter(member, wanted, by, now);
        return OnlyLead(member) && wanted < Part.CoLead && !by.Coordinates ? GroupRefusals.LastLead : With(member, wanted, now);
    }

    /// <summary>Takes a person out, or their asking back. The only lead stays until another is named, unless the area lets go of them.</summary>
    public Result<Group> Leave(MemberId member, Caller by, DateTimeOffset now) =>
        Description is null ? GroupRefusals.NotFound
        : !by.Is(member) && !LedBy(by) ? AccessRefusals.NotYours
        : PartOf(member) is null ? this
        : OnlyLead(member) && Belonging.Skip(1).Any() && !by.Coordinates ? GroupRefusals.LastLead
        : With(member, null, now);

    /// <summary>The person's record has taken the news in, or is erased and the group lets go of them.</summary>
    public Group Delivered(MembershipChanged fact, bool erased)
    {
        var left = this with { Outbox = Outbox.RemoveAll(p => p.Fact == fact) };
        return erased ? left with { Roster = left.Roster.RemoveAll(m => m.MemberId == fact.Member) } : left;
    }

    /// <summary>Whether the caller may act for the group.</summary>
    public bool LedBy(Caller by) => by.Coordinates || (by.Member is { } member && PartOf(member) >= Part.CoLead);

    private bool IsClosed(DateTimeOffset now) => Closure?.On <= London.DayOf(now);

    private Part? PartOf(MemberId member) => Roster.FirstOrDefault(m => m.MemberId == member)?.Part;

    private bool OnlyLead(MemberId member) => Standing.Leads is [var only] && only == member;

    private Result<Group> Enter(MemberId member, Part wanted, Caller by, DateTimeOffset now)
    {
        if (!LedBy(by) && Description!.Joining == Joining.Invite) return GroupRefusals.ByInvitation;
        if (!LedBy(by) && Description!.Joining == Joining.Ask) return PartOf(member) == Part.Asked ? this : With(member, Part.Asked, now);
        return NoRoom is { } full ? full : With(member, wanted, now);
    }

    private Group With(MemberId member, Part? part, DateTimeOffset now)
    {
        var index = Roster.IndexOf(Roster.FirstOrDefault(m => m.MemberId == member)!);
        var rest = index < 0 ? Roster : Roster.RemoveAt(index);
        return this with
        {
            Roster = part is { } p ? rest.Insert(index < 0 ? rest.Length : index, new(member, p, index < 0 ? now : Since(index, p, now))) : rest,
            Outbox = Outbox.Add(new(now, new(member, Id, part, Version + 1))),
        };
    }

    private DateTimeOffset Since(int index, Part part, DateTimeOffset now) =>
        Roster[index].Part == Part.Asked && part != Part.Asked ? now : Roster[index].Since;
}
