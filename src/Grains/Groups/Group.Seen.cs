using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>What each caller may see of the group.</summary>
internal sealed partial record Group
{
    /// <summary>The card for strangers, more for members, and everything for leads and coordinators.</summary>
    public Result<GroupDetails> SeenBy(Caller by, AreaId area, NextMeeting? next, int edition, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        var inside = Standing.SeenBy(by);
        var today = London.DayOf(now);
        return new GroupDetails(Description, area, Id)
        {
            Place = inside ? Description.Place : Description.Place?.ForStrangers(),
            OnlineLink = inside ? Description.OnlineLink : null,
            GuestContact = inside ? Description.GuestContact : null,
            Status = GroupCalendar.Status(today, Description.Pauses, Closure?.On),
            // Why a group closed is for its people; when it closes is for everyone.
            Closure = inside ? Closure : Closure?.ForStrangers(),
            LastConfirmed = LastConfirmed,
            Welcome = Welcome,
            NextMeeting = next,
            Version = edition,
            NeedsLead = WithoutLeadSince is not null,
            Roster = inside ? [.. Belonging] : null,
            Asked = LedBy(by) ? [.. Waiting(now).Select(m => m.MemberId)] : null,
            Invited = LedBy(by) ? [.. Invited(now).Select(m => m.MemberId)] : null,
            Seats = inside ? [.. SeatsSeenBy(by)] : null,
            Yours = by.Member is { } member ? MembershipOn(member, now) : null,
        };
    }

    private Membership? MembershipOn(MemberId member, DateTimeOffset now) =>
        MembershipOf(member) is { } known && !IsExpired(known, now) ? known : null;

    /// <summary>
    /// The names that guests chose, by the IDs that represent them on rosters; for members and coordinators.
    /// </summary>
    public ImmutableDictionary<MemberId, string> GuestNamesFor(Caller by)
    {
        return SeatsSeenBy(by).Where(seat => seat.ShownAs is not null)
            .ToImmutableDictionary(seat => seat.RosterId, seat => seat.ShownAs!);
    }

    private IEnumerable<GuestSeat> SeatsSeenBy(Caller by)
    {
        if (!Standing.SeenBy(by)) return [];
        return Seats.Where(s => s.State == SeatState.Seated || (s.State == SeatState.Asked && LedBy(by)));
    }
}
