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
    private const int MostConnections = 50;
    private const int BondsRemembered = 250;

    /// <summary>Proposes a connection, or says yes to one.</summary>
    public Result<Group> Connect(AreaId area, GroupId other, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (area == home) return GroupRefusals.ConnectionAtHome;
        var bond = BondWith(area, other);
        if (bond.Mine == true) return this;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (!bond.Live && TooMany is { } full) return full;
        return Stated(bond, yes: true, home, now);
    }

    /// <summary>Declines or ends a connection.</summary>
    public Result<Group> Disconnect(AreaId area, GroupId other, AreaId home, Caller by, DateTimeOffset now) =>
        Description is null ? GroupRefusals.NotFound
        : !LedBy(by) ? AccessRefusals.LeadsOnly
        : BondWith(area, other) is { Live: true } bond ? Stated(bond, yes: false, home, now)
        : this;

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

    private Refusal? TooMany => Connections.Count(bond => bond.Live) >= MostConnections ? GroupRefusals.ConnectionsFull(MostConnections) : null;

    private Result<Group> Said(ConnectionSaid said, AreaId home, DateTimeOffset now)
    {
        var before = BondWith(said.From, said.Group);
        if (before.Theirs is not null && before.TheirsVersion >= said.Version) return this;
        if (said.Yes && !before.Live && TooMany is { } full) return full;
        var bond = before with { Theirs = said.Yes, TheirsVersion = said.Version, Heard = TurnAt(now).Number, Since = before.Theirs == said.Yes ? before.Since : now };
        // Their no makes a yes lapse that they had heard, and they hear of it: both sides then say no, and whoever wants to begins again.
        if (!said.Yes)
        {
            return bond.Mine != true ? With(bond, now)
                : said.Heard >= bond.MineVersion ? With(bond, now).Stated(bond, yes: false, home, now)
                : With(bond, now).EndThrough(bond, home, now);
        }
        // Said again: their yes had lapsed meanwhile, and with it what they shared before.
        var heard = With(bond, now) with { SharedWithUs = SharedWithUs.RemoveAll(one => IsFrom(one, bond) && one.Version < said.Version) };
        return bond.Connected ? heard.TellAll(bond, home, now) : heard;
    }

    /// <summary>Our word, kept and sent.</summary>
    private Group Stated(Bond before, bool yes, AreaId home, DateTimeOffset now)
    {
        var bond = before with { Mine = yes, MineVersion = TurnAt(now).Number, Since = now };
        var said = With(bond, now).Say(now, new ConnectionSaid
        {
            Operation = Operations.ConnectionSaid(Id, bond.GroupId, bond.MineVersion),
            From = home,
            To = bond.Area,
            Group = Id,
            With = bond.GroupId,
            Yes = yes,
            Version = bond.MineVersion,
            Heard = bond.TheirsVersion,
        });
        return !yes ? said.EndThrough(bond, home, now) : bond.Connected ? said.TellAll(bond, home, now) : said;
    }

    /// <summary>What came with a connection ends with it: its guests' seats, and what each told the other of its meetings.</summary>
    private Group EndThrough(Bond bond, AreaId home, DateTimeOffset now) =>
        Seats.Where(s => s.Home == bond.Area && s.GuestOf == bond.GroupId).Aggregate(
            this with
            {
                SharedWithUs = SharedWithUs.RemoveAll(one => IsFrom(one, bond)),
                Letters = Letters.RemoveAll(posted => posted.Letter is MeetingShared shared && bond.With(shared.To, shared.With)),
            },
            (group, seat) => group.Without(seat, home, now));

    private Bond BondWith(AreaId area, GroupId other) => Connections.FirstOrDefault(bond => bond.With(area, other)) ?? Bond.None(area, other);

    private Group With(Bond bond, DateTimeOffset now)
    {
        var others = Connections.RemoveAll(one => one.With(bond.Area, bond.GroupId));
        var tooMany = others.Where(one => !one.Live).OrderBy(one => one.Since).Take(others.Length + 1 - BondsRemembered).ToList();
        return this with { Connections = others.RemoveRange(tooMany).Add(bond), Turn = TurnAt(now) };
    }

    private Turn TurnAt(DateTimeOffset now) => Turn.Next(Turn, Version + 1, now);

    private static bool IsFrom(HeardOffer heard, Bond bond) => bond.With(heard.Area, heard.GroupId);

    private static Connection Seen(Bond bond) => new(bond.Area, bond.GroupId, bond.State, bond.Since);

    private static SharedMeeting Seen(Offer offer, AreaId area, GroupId group) =>
        new(area, group, offer.Meeting, offer.HeldOn, offer.StartsAt, offer.Open, offer.Cancelled);
}
