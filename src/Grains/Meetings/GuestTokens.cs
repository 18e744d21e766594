using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// Leads may name a guest by the token of their seat. This finds the ID that rosters have for the guest.
/// </summary>
internal sealed record GuestTokens(ImmutableArray<GuestSeat> Seats)
{
    /// <summary>
    /// The guests of the group whose tokens may be among the people named. An ID on the roster, or the caller's own, is
    /// a person's.
    /// </summary>
    public static GuestTokens Among(
        IEnumerable<MemberId> named, Attendance attendance, GroupStanding group, Caller by)
    {
        if (!group.LedBy(by) || group.Seats.IsEmpty) return new([]);
        var tokens = named.Where(one => !by.Is(one) && attendance.LineOf(one) is null)
            .Except(group.Roster)
            .Select(one => new SeatId(one.Value))
            .ToHashSet();
        return new([.. group.Seats.Where(seat => tokens.Contains(seat.Id))]);
    }

    /// <summary>The tokens as IDs of people: what they would mean if a person of this area had the same.</summary>
    public IEnumerable<MemberId> AsPeople() => Seats.Select(seat => new MemberId(seat.Id.Value));

    /// <summary>Without those that are also IDs of people known here: then the lead means the person.</summary>
    public GuestTokens Without(IReadOnlyList<MemberStanding> standings) =>
        new([.. Seats.Zip(standings).Where(one => !one.Second.Known).Select(one => one.First)]);

    /// <summary>The ID that rosters have for the person or guest.</summary>
    public MemberId RosterIdOf(MemberId named) =>
        Seats.FirstOrDefault(seat => seat.Id.Value == named.Value)?.RosterId ?? named;

    /// <summary>The log with the IDs that rosters have.</summary>
    public RecordMeeting Resolve(RecordMeeting record)
    {
        return Seats.IsEmpty ? record : record with
        {
            Present = [.. record.Present.Select(RosterIdOf)],
            Apologies = [.. record.Apologies.Select(RosterIdOf)],
            Absent = [.. record.Absent.Select(RosterIdOf)],
        };
    }

    /// <summary>The correction with the IDs that rosters have.</summary>
    public CorrectMeeting Resolve(CorrectMeeting correction)
    {
        return Seats.IsEmpty ? correction : correction with
        {
            Marks = [.. correction.Marks.Select(mark => mark with { MemberId = RosterIdOf(mark.MemberId) })]
        };
    }
}
