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
    public const int MaxPeople = GroupFields.MaxPeople;

    private const int MaxWaiting = 200;

    /// <summary>Everyone who belongs, including leads but not people who have only asked or are only invited.</summary>
    /// <summary>How many people belong.</summary>
    public int People => Belonging.Count();

    private IEnumerable<Membership> Belonging => Roster.Where(m => m.Part >= Part.Member);

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
                [.. Seats.Where(s => s.State != SeatState.Asked).Select(s => s with { ShownAs = null })])
            {
                ClosesOn = Closure?.On,
                Asked = [.. Roster.Where(m => m.Part == Part.Asked).Select(m => m.MemberId)]
            };
        }
    }

    /// <summary>
    /// Refuses to let a person found a group who leads as many as one person can. Their own record may learn of the
    /// latest a moment later.
    /// </summary>
    public static Refusal? WhyNotFound(MemberStanding founder, int maxLed)
    {
        if (founder.Erased) return MemberRefusals.Erased;
        return founder.Leads.Length >= maxLed ? GroupRefusals.TooManyLed(maxLed) : null;
    }

    /// <summary>
    /// Joins, asks to join or accepts an invitation, for oneself; invites a person, agrees to their request or changes
    /// their part, for a lead. Nobody belongs until they have said yes themselves.
    /// </summary>
    public Next<Group> Join(MemberId member, JoinGroup request, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!by.Is(member) && !LedBy(by)) return AccessRefusals.NotYours;
        if (request.Part < Part.Member) return GroupRefusals.NoSuchPart;
        if (PartOf(member) >= Part.Member) return Change(member, request.Part, by, now);
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (by.Role == CallerRole.Area) return BringIn(member, request, standing, now);
        return by.Is(member) ? Come(member, request.Part, standing, by, now) : Invite(member, standing, by, now);
    }

    /// <summary>
    /// Removes a person, their request to join or their invitation. The only lead stays until there is another, unless
    /// a coordinator removes them.
    /// </summary>
    public Next<Group> Leave(MemberId member, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!by.Is(member) && !LedBy(by)) return AccessRefusals.NotYours;
        if (PartOf(member) is not { } part) return this;
        if (part > Part.Member && !by.Is(member) && !GivesParts(by)) return AccessRefusals.LeadsOnly;
        if (OnlyLead(member) && Belonging.Skip(1).Any() && !by.Coordinates) return GroupRefusals.LastLead;
        return With(member, null, now, isOwnWish: by.Is(member));
    }

    /// <inheritdoc/>
    public Next<Group> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (PartOf(person) is null && Departed.All(term => term.MemberId != person)) return this;
        var forgotten = this with { Departed = Departed.RemoveAll(term => term.MemberId == person) };
        if (MembershipOf(person) is { Part: >= Part.Member } known)
            forgotten = forgotten.Left(known, London.DayOf(now));
        return forgotten.With(Roster.RemoveAll(m => m.MemberId == person), now);
    }

    /// <summary>Whether the caller may act for the group.</summary>
    public bool LedBy(Caller by) => by.Coordinates || (by.Member is { } member && PartOf(member) >= Part.CoLead);

    /// <summary>The same, without those whose request has expired.</summary>
    public GroupStanding StandingOn(DateTimeOffset now) =>
        Standing with { Asked = [.. Waiting(now).Select(m => m.MemberId)] };

    private IEnumerable<Membership> Waiting(DateTimeOffset now) =>
        Roster.Where(m => m.Part == Part.Asked && !IsExpired(m, now));

    private bool IsClosed(DateTimeOffset now) => Closure?.On <= London.DayOf(now);

    /// <summary>A person's part in the group, or null.</summary>
    public Membership? MembershipOf(MemberId member) => Roster.FirstOrDefault(m => m.MemberId == member);

    private Part? PartOf(MemberId member) => MembershipOf(member)?.Part;

    private bool OnlyLead(MemberId member) => Standing.Leads is [var only] && only == member;

    // A co-lead helps to lead, but does not decide who leads.
    private bool GivesParts(Caller by) => by.Coordinates || (by.Member is { } member && PartOf(member) == Part.Lead);

    private Next<Group> Change(MemberId member, Part? wanted, Caller by, DateTimeOffset now)
    {
        if (wanted is not { } part || part == PartOf(member)) return this;
        var isPromotion = part > PartOf(member);
        if (by.Is(member) ? isPromotion : !GivesParts(by)) return AccessRefusals.LeadsOnly;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (part < Part.CoLead && OnlyLead(member) && !by.Coordinates) return GroupRefusals.LastLead;
        return With(member, part, now);
    }

    private Next<Group> Come(MemberId member, Part? wanted, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (standing.Erased) return MemberRefusals.Erased;
        if (!standing.Known) return GroupRefusals.PersonUnknown;
        if (wanted > Part.Member && !by.Coordinates) return AccessRefusals.LeadsOnly;
        if (IsInvited(member, now) || by.Coordinates) return Enter(member, Part.Member, now, isOwnWish: true);
        if (WithoutLeadSince is not null) return GroupRefusals.NeedsLead;
        if (Description!.Joining == Joining.Invite) return GroupRefusals.ByInvitation;
        // A full group lets people wait. If it told them, joining and leaving would reveal how many belong.
        if (Description.Joining == Joining.Open && NoRoom is null)
            return With(member, Part.Member, now, isOwnWish: true);
        if (HasAsked(member, now)) return this;
        return Waiting(now).Skip(MaxWaiting - 1).Any() ? GroupRefusals.TooManyAsked : With(member, Part.Asked, now);
    }

    /// <summary>The seeds' stand-in for people who have said yes.</summary>
    private Next<Group> BringIn(MemberId member, JoinGroup request, MemberStanding standing, DateTimeOffset now)
    {
        if (standing is not { Known: true, Erased: false }) return GroupRefusals.PersonUnknown;
        return Enter(member, request.Part ?? Part.Member, request.Since is { } day ? London.StartOf(day) : now);
    }

    private Next<Group> Enter(MemberId member, Part part, DateTimeOffset now, bool isOwnWish = false) =>
        NoRoom is { } full ? full : With(member, part, now, isOwnWish: isOwnWish);

    private Next<Group> With(
        MemberId member, Part? part, DateTimeOffset now, MemberId? heardBy = null, bool isOwnWish = false)
    {
        var known = MembershipOf(member);
        var others = Roster.RemoveAll(m => m != known && IsExpired(m, now));
        var roster = known is null ? others : others.Remove(known);
        if (part is { } given)
        {
            var next = new Membership(member, given, known?.Part >= Part.Member ? known.Since : now);
            roster = roster.Insert(known is null ? roster.Length : others.IndexOf(known), next);
        }
        var changed = this with { Departed = part is null ? DepartedWith(known, now) : Departed };
        var belonged = known?.Part >= Part.Member;
        if (belonged && part is null) changed = changed.Left(known!, London.DayOf(now));
        if (!belonged && part >= Part.Member) changed = changed.Joined(London.DayOf(now));
        if (part == Part.CoLead && !(known?.Part >= Part.CoLead)) changed = changed.CoLed(London.DayOf(now));
        return changed.With(roster, now).Send(new MembershipChanged(member, Id, part)
        {
            Until = ExpiryOf(part, now),
            HeardBy = heardBy,
            IsOwnWish = isOwnWish,
        });
    }

    private ImmutableArray<MembershipTerm> DepartedWith(Membership? left, DateTimeOffset now)
    {
        if (left is not { Part: >= Part.Member }) return Departed;
        var today = London.DayOf(now);
        var term = new MembershipTerm(left.MemberId, London.DayOf(left.Since), today);
        // Joining and leaving over and over on one day must not push out those who belonged on others.
        var kept = Departed.Where(one => one.Until >= today.AddDays(-DaysRemembered))
            .Where(one => one.MemberId != left.MemberId || one.Includes(one.From))
            .Append(term);
        return [.. kept.TakeLast(MaxPeople)];
    }

    // A group that a coordinator has started and not handed over yet has lost nobody.
    private Group With(ImmutableArray<Membership> roster, DateTimeOffset now)
    {
        var next = (this with { Roster = roster }).WithLinksOfLeads().WithRolesOfPeople(London.DayOf(now));
        if (next.IsLed) return next with { WithoutLeadSince = null };
        return IsLed ? next with { WithoutLeadSince = now } : next;
    }

    private bool IsLed => Roster.Any(m => m.Part >= Part.CoLead);
}
