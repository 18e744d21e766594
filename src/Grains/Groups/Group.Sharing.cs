using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Meetings that connected groups tell each other of.</summary>
internal sealed partial record Group
{
    private const int MaxShared = 50;
    private const int MaxHeard = 200;
    private const int DaysAhead = 400;
    private const int DaysPast = 60;

    /// <summary>Tells connected groups of a meeting to come.</summary>
    public Next<Group> Share(MeetingId meeting, ShareMeeting request, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        var today = London.DayOf(now);
        if (Calendar.Planned(today, today.AddDays(DaysAhead)).FirstOrDefault(p => p.Id == meeting) is not { } planned) return MeetingRefusals.NotFound;
        var offer = new Offer(meeting, planned.On, planned.StartsAt, request.Open, planned.Cancelled);
        var known = OfferOf(meeting);
        if (known == offer) return this;
        if (known is null && Current(today).Length >= MaxShared) return GroupRefusals.SharedFull(MaxShared);
        return (this with { Shared = [.. Current(today).Where(one => one.Meeting != meeting), offer] }).Tell(offer, withdrawn: false, home, now);
    }

    /// <summary>Takes a meeting back.</summary>
    public Next<Group> Unshare(MeetingId meeting, AreaId home, Caller by, DateTimeOffset now) =>
        Description is null ? GroupRefusals.NotFound
        : !LedBy(by) ? AccessRefusals.LeadsOnly
        : OfferOf(meeting) is { } offer ? (this with { Shared = Shared.Remove(offer) }).Tell(offer, withdrawn: true, home, now)
        : this;

    /// <summary>A meeting of this group that is shared, as it stands.</summary>
    public SharedMeeting? SharedMeeting(MeetingId meeting, AreaId home) => OfferOf(meeting) is { } offer ? Seen(offer, home, Id) : null;

    /// <summary>Tells connected groups what has become of shared meetings to come: moved, called off, or not in the calendar any more.</summary>
    public Next<Group> Retold(AreaId home, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (Shared.All(offer => offer.HeldOn < today)) return this;
        var planned = Calendar.Planned(today, today.AddDays(DaysAhead)).ToList();
        return Shared.Where(offer => offer.HeldOn >= today).Select(offer => (Before: offer, After: AsPlanned(offer, planned))).Where(change => change.Before != change.After)
            .Aggregate((Next<Group>)this, (next, change) => next.Then(group =>
                (group with { Shared = group.Shared.Replace(change.Before, change.After) }).Tell(change.After, withdrawn: false, home, now)));
    }

    private Next<Group> Told(MeetingShared letter, DateTimeOffset now)
    {
        var bond = BondWith(letter.From, letter.Group);
        if (!bond.Connected) return LinkRefusals.Misdirected;
        var known = SharedWithUs.FirstOrDefault(one => IsFrom(one, bond) && one.Offer.Meeting == letter.Meeting);
        // Older than their yes: from a connection before this one.
        if (known?.Version >= letter.Version || letter.Version < bond.TheirsVersion) return this;
        var oldest = London.DayOf(now).AddDays(-DaysPast);
        var offer = new Offer(letter.Meeting, letter.HeldOn, letter.StartsAt, letter.Open, letter.Cancelled);
        var kept = SharedWithUs.Where(one => one != known && one.Offer.HeldOn >= oldest).Append(new(letter.From, letter.Group, offer, letter.Withdrawn, letter.Version));
        return this with { SharedWithUs = [.. kept.TakeLast(MaxHeard)] };
    }

    private Next<Group> TellAll(Bond bond, AreaId home, DateTimeOffset now) =>
        Current(London.DayOf(now)).Aggregate((Next<Group>)this, (next, offer) => next.Then(group => group.Tell(bond, offer, withdrawn: false, home)));

    private Next<Group> Tell(Offer offer, bool withdrawn, AreaId home, DateTimeOffset now) =>
        Connections.Where(bond => bond.Connected).Aggregate((Next<Group>)this, (next, bond) => next.Then(group => group.Tell(bond, offer, withdrawn, home)));

    private Next<Group> Tell(Bond bond, Offer offer, bool withdrawn, AreaId home) => this.Send(new MeetingShared
    {
        From = home,
        To = bond.Area,
        Group = Id,
        With = bond.GroupId,
        Meeting = offer.Meeting,
        HeldOn = offer.HeldOn,
        StartsAt = offer.StartsAt,
        Open = offer.Open,
        Cancelled = offer.Cancelled,
        Withdrawn = withdrawn,
    });

    private Offer? OfferOf(MeetingId meeting) => Shared.FirstOrDefault(offer => offer.Meeting == meeting);

    private ImmutableArray<Offer> Current(DateOnly today) => Shared.RemoveAll(offer => offer.HeldOn < today.AddDays(-DaysPast));

    private Offer AsPlanned(Offer offer, List<PlannedMeeting> planned) =>
        Announced.FirstOrDefault(a => a.Meeting == offer.Meeting) is { } said ? offer with { HeldOn = said.HeldOn, StartsAt = said.StartsAt, Cancelled = said.Cancelled }
        : planned.Find(p => p.Id == offer.Meeting) is { } slot ? offer with { HeldOn = slot.On, StartsAt = slot.StartsAt, Cancelled = slot.Cancelled }
        : offer with { Cancelled = true };
}
