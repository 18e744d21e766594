using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Joining and leaving.</summary>
internal sealed partial record Group
{
    /// <summary>The maximum number of people in a group, whatever its capacity.</summary>
    public const int MaxPeople = 500;

    /// <summary>Everyone who belongs, including leads but not people who have only asked.</summary>
    private IEnumerable<Membership> Belonging => Roster.Where(m => m.Part != Part.Asked);

    /// <summary>What the group's meetings need to know.</summary>
    public GroupStanding Standing
    {
        get
        {
            return new(
                Description is not null,
                [
                    .. Belonging.Select(m => m.MemberId),
                    .. Guests.Where(s => s.MeetingId is null).Select(s => s.RosterId)
                ],
                [.. Roster.Where(m => m.Part >= Part.CoLead).Select(m => m.MemberId)],
                [.. Seats.Where(s => s.State != SeatState.Asked).Select(s => s with { ShownAs = null })]);
        }
    }

    /// <summary>
    /// Adds a person, changes their part, or stores their request to join. Leads can add anyone; others can add
    /// themselves if the group is open.
    /// </summary>
    public Next<Group> Join(MemberId member, JoinGroup request, MemberStanding standing, Caller by, DateTimeOffset now)
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
        return OnlyLead(member) && wanted < Part.CoLead && !by.Coordinates
            ? GroupRefusals.LastLead
            : With(member, wanted, now);
    }

    /// <summary>
    /// Removes a person or their request to join. The only lead stays until there is another, unless a coordinator
    /// removes them.
    /// </summary>
    public Next<Group> Leave(MemberId member, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!by.Is(member) && !LedBy(by)) return AccessRefusals.NotYours;
        if (PartOf(member) is null) return this;
        if (OnlyLead(member) && Belonging.Skip(1).Any() && !by.Coordinates) return GroupRefusals.LastLead;
        return With(member, null, now);
    }

    /// <inheritdoc/>
    public Next<Group> Forget(MemberId person, AreaId home, DateTimeOffset now) =>
        PartOf(person) is null ? this : this with { Roster = Roster.RemoveAll(m => m.MemberId == person) };

    /// <summary>Whether the caller may act for the group.</summary>
    public bool LedBy(Caller by) => by.Coordinates || (by.Member is { } member && PartOf(member) >= Part.CoLead);

    private bool IsClosed(DateTimeOffset now) => Closure?.On <= London.DayOf(now);

    /// <summary>A person's part in the group, or null.</summary>
    public Membership? MembershipOf(MemberId member) => Roster.FirstOrDefault(m => m.MemberId == member);

    private Part? PartOf(MemberId member) => MembershipOf(member)?.Part;

    private bool OnlyLead(MemberId member) => Standing.Leads is [var only] && only == member;

    private Next<Group> Enter(MemberId member, Part wanted, Caller by, DateTimeOffset now)
    {
        if (!LedBy(by) && Description!.Joining == Joining.Invite) return GroupRefusals.ByInvitation;
        if (!LedBy(by) && Description!.Joining == Joining.Ask)
            return PartOf(member) == Part.Asked ? this : With(member, Part.Asked, now);
        return NoRoom is { } full ? full : With(member, wanted, now);
    }

    private Next<Group> With(MemberId member, Part? part, DateTimeOffset now)
    {
        var index = Roster.IndexOf(Roster.FirstOrDefault(m => m.MemberId == member)!);
        var rest = index < 0 ? Roster : Roster.RemoveAt(index);
        var roster = part is { } p
            ? rest.Insert(index < 0 ? rest.Length : index, new(member, p, index < 0 ? now : Since(index, p, now)))
            : rest;
        return (this with { Roster = roster }).Send(new MembershipChanged(member, Id, part));
    }

    private DateTimeOffset Since(int index, Part part, DateTimeOffset now) =>
        Roster[index].Part == Part.Asked && part != Part.Asked ? now : Roster[index].Since;
}
