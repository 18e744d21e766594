using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Connections with groups of other areas: each side keeps its own last word and the other's, and sends its own with the version that said it.</summary>
internal sealed partial record Group
{
    private const int MaxConnections = 50;
    private const int BondsRemembered = 250;

    /// <summary>Proposes a connection, or says yes to one.</summary>
    public Next<Group> Connect(AreaId area, GroupId other, AreaId home, int number, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (area == home) return GroupRefusals.ConnectionAtHome;
        var bond = BondWith(area, other);
        if (bond.Mine == true) return this;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (!bond.Live && TooMany is { } full) return full;
        return Stated(bond, yes: true, home, number, now);
    }

    /// <summary>Declines or ends a connection.</summary>
    public Next<Group> Disconnect(AreaId area, GroupId other, AreaId home, int number, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        return BondWith(area, other) is { Live: true } bond ? Stated(bond, yes: false, home, number, now) : this;
    }

    /// <summary>How the connection with that group stands.</summary>
    public Connection ConnectionWith(AreaId area, GroupId other) => Seen(BondWith(area, other));

    /// <summary>Connections and shared meetings, for people of the group and coordinators.</summary>
    public Result<Connections> ConnectionsSeenBy(Caller by, AreaId home, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!Standing.SeenBy(by)) return AccessRefusals.NotYours;
        var today = London.DayOf(now);
        return new Connections(
            [.. Connections.Where(bond => bond.Live || bond.Mine is not null).Select(Seen)],
            [.. Shared.Where(offer => offer.HeldOn >= today).Select(offer => Seen(offer, home, Id))],
            [.. SharedWithUs.Where(heard => !heard.Withdrawn && heard.Offer.HeldOn >= today).Select(heard => Seen(heard.Offer, heard.Area, heard.GroupId))]);
    }

    private Refusal? TooMany => Connections.Count(bond => bond.Live) >= MaxConnections ? GroupRefusals.ConnectionsFull(MaxConnections) : null;

    private Next<Group> Said(ConnectionSaid said, AreaId home, int number, DateTimeOffset now)
    {
        var before = BondWith(said.From, said.Group);
        if (before.Theirs is not null && before.TheirsVersion >= said.Version) return this;
        if (said.Yes && !before.Live && TooMany is { } full) return full;
        var bond = before with { Theirs = said.Yes, TheirsVersion = said.Version, IsOpen = true, Since = before.Theirs == said.Yes ? before.Since : now };
        if (said.Yes)
        {
            // Said again: their yes had lapsed meanwhile, and with it what they shared before.
            var heard = With(bond) with { SharedWithUs = SharedWithUs.RemoveAll(one => IsFrom(one, bond) && one.Version < said.Version) };
            return bond.Connected ? heard.TellAll(bond, home, now) : heard;
        }
        if (bond.Mine != true) return With(bond);
        // Their no makes a yes of ours lapse that they had received, and they hear of it: both sides then say no, and whoever wants to begins again.
        return said.Heard >= bond.MineVersion ? With(bond).Stated(bond, yes: false, home, number, now) : With(bond).EndThrough(bond, home, now);
    }

    /// <summary>Our word, kept and sent.</summary>
    private Next<Group> Stated(Bond before, bool yes, AreaId home, int number, DateTimeOffset now)
    {
        var bond = before with { Mine = yes, MineVersion = number, IsOpen = false, Since = now };
        var said = With(bond).Send(new ConnectionSaid
        {
            From = home,
            To = bond.Area,
            Group = Id,
            With = bond.GroupId,
            Yes = yes,
            Heard = bond.TheirsVersion,
        });
        if (!yes) return said.Then(group => group.EndThrough(bond, home, now));
        return bond.Connected ? said.Then(group => group.TellAll(bond, home, now)) : said;
    }

    /// <summary>Their area's refusal of our yes, which counts as a no.</summary>
    private Next<Group> Declined(Bond before, AreaId home, DateTimeOffset now)
    {
        if (before.Mine != true) return this;
        var bond = before with { Mine = false, IsOpen = false, Since = now };
        return With(bond).EndThrough(bond, home, now);
    }

    /// <summary>What came with a connection ends with it: its guests' seats, and what each told the other of its meetings.</summary>
    private Next<Group> EndThrough(Bond bond, AreaId home, DateTimeOffset now) =>
        Seats.Where(s => s.Home == bond.Area && s.GuestOf == bond.GroupId).Aggregate(
            (this with { SharedWithUs = SharedWithUs.RemoveAll(one => IsFrom(one, bond)) })
                .Recall(message => message is MeetingShared shared && bond.With(shared.To, shared.With)),
            (next, seat) => next.Then(group => group.Without(seat, home, now)));

    private Bond BondWith(AreaId area, GroupId other) => Connections.FirstOrDefault(bond => bond.With(area, other)) ?? Bond.None(area, other);

    private Group With(Bond bond)
    {
        var others = Connections.RemoveAll(one => one.With(bond.Area, bond.GroupId));
        var tooMany = others.Where(one => !one.Live).OrderBy(one => one.Since).Take(others.Length + 1 - BondsRemembered).ToList();
        return this with { Connections = others.RemoveRange(tooMany).Add(bond) };
    }

    private static bool IsFrom(HeardOffer heard, Bond bond) => bond.With(heard.Area, heard.GroupId);

    private static Connection Seen(Bond bond) => new(bond.Area, bond.GroupId, bond.State, bond.Since);

    private static SharedMeeting Seen(Offer offer, AreaId area, GroupId group) =>
        new(area, group, offer.Meeting, offer.HeldOn, offer.StartsAt, offer.Open, offer.Cancelled);
}
