using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>Guests from other areas.</summary>
internal sealed partial record Group
{
    // For each area, so that no neighbour can take the places of another's people: those who have a seat or have asked,
    // and, to recognise letters that arrive late, the latest whose seat has ended.
    private const int MaxLivePerHome = 200, MaxEndedPerHome = 200;
    private const int DaysRemembered = 400;

    /// <summary>Guests who are seated, including those of one meeting.</summary>
    private IEnumerable<GuestSeat> Guests => Seats.Where(s => s.State == SeatState.Seated);

    /// <summary>Whether there is no room for one more.</summary>
    public bool IsFull => Description is not null && NoRoom is not null;

    /// <summary>A refusal if the group is full, or null.</summary>
    private Refusal? NoRoom
    {
        get
        {
            var most = Math.Min(Description!.Capacity ?? MaxPeople, MaxPeople);
            return Belonging.Count() + Guests.Count(s => s.MeetingId is null) >= most ? GroupRefusals.Full(most) : null;
        }
    }

    /// <summary>Answers a guest's request for a seat.</summary>
    public Next<Group> AnswerSeat(SeatId id, AnswerSeat answer, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (SeatOf(id) is not { } seat) return SeatRefusals.NotFound;
        if (!answer.Welcome) return seat.State == SeatState.Asked
            ? Without(seat, now).Send(Answer(seat, home, welcome: false))
            : Without(seat, home, now);
        if (seat.State == SeatState.Seated) return this;
        if (seat.State == SeatState.Ended) return SeatRefusals.Over;
        if (IsClosed(now)) return GroupRefusals.Closed;
        return NoRoom is { } full
            ? full
            : Seated(seat with { State = SeatState.Seated, Since = now }, home, now);
    }

    /// <summary>Ends a guest's seat, or declines their request.</summary>
    public Next<Group> EndSeat(SeatId id, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (SeatOf(id) is { } seat) return Without(seat, home, now);
        return this;
    }

    private Next<Group> Asked(SeatAsked letter, AreaId home, DateTimeOffset now) =>
        WithoutExpired(home, now).Then(group => group.AskedNow(letter, home, now));

    private Next<Group> AskedNow(SeatAsked letter, AreaId home, DateTimeOffset now)
    {
        if (SeatOf(letter.Seat) is { } known) return known.Home == letter.From ? this : LinkRefusals.Misdirected;
        if (!letter.Seat.IsRandom) return SeatRefusals.Token;
        if (!SeatRules.IsName(letter.ShownAs)) return SeatRefusals.Name;
        if (IsClosed(now)) return GroupRefusals.Closed;
        if (WithoutLeadSince is not null) return GroupRefusals.NeedsLead;
        var seat = new GuestSeat(
            letter.Seat, letter.From, letter.ShownAs, SeatState.Seated, now, letter.GuestOf, letter.Meeting);
        if (letter is not { GuestOf: null, Meeting: null })
        {
            if (!IsOpenTo(letter, London.DayOf(now))) return SeatRefusals.NotOpen;
            if (Guests.Count() + Belonging.Count() >= MaxPeople) return SeatRefusals.NotOpen;
        }
        else
        {
            if (Description!.Joining == Joining.Invite) return GroupRefusals.ByInvitation;
            // A full group lets people wait. If it told them, taking seats would reveal how many belong.
            if (Description.Joining == Joining.Ask || NoRoom is not null) seat = seat with { State = SeatState.Asked };
        }
        if (Seats.Count(s => s.Home == letter.From && s.State != SeatState.Ended) >= MaxLivePerHome)
            return SeatRefusals.TooManyOfArea(MaxLivePerHome);
        return seat.State == SeatState.Seated ? Seated(seat, home, now) : With(seat, now);
    }

    /// <summary>
    /// Tells seated guests of a change to what members are told, so that they do not go to the old place. It is no
    /// business of a guest of one meeting any more once that meeting is over.
    /// </summary>
    public Next<Group> TellGuests(Group before, AreaId home, DateTimeOffset now)
    {
        if (before.Description is not { } said || Description is not { } says) return this;
        if (GuestWelcome.Of(said) == GuestWelcome.Of(says)) return this;
        var today = London.DayOf(now);
        var told = Guests.Where(seat => seat.MeetingId is not { } one || Connections.IsComing(one, today));
        return this.Send([.. told.Select(seat => WelcomeTo(seat, home))]);
    }

    private Next<Group> Seated(GuestSeat seat, AreaId home, DateTimeOffset now) =>
        With(seat, now).Send(Answer(seat, home, welcome: true));

    private Next<Group> Left(SeatLeft letter, DateTimeOffset now)
    {
        if (SeatOf(letter.Seat) is { } known)
            return known.Home == letter.From ? Without(known, now) : LinkRefusals.Misdirected;
        // The request may arrive later, and must then find the seat ended.
        return With(new GuestSeat(letter.Seat, letter.From, null, SeatState.Ended, now), now);
    }

    private bool IsOpenTo(SeatAsked letter, DateOnly today)
    {
        return letter is { GuestOf: { } from, Meeting: { } meeting }
            && Connections.IsOpen(meeting, new(letter.From, from), today);
    }

    /// <summary>A guest's seat, or null.</summary>
    public GuestSeat? SeatOf(SeatId id) => Seats.FirstOrDefault(s => s.Id == id);

    /// <summary>Ends the seat and informs the guest's home.</summary>
    private Next<Group> Without(GuestSeat seat, AreaId home, DateTimeOffset now)
    {
        return seat.State == SeatState.Ended ? this : Without(seat, now).Send(new SeatEnded
        {
            From = home,
            To = seat.Home,
            Group = Id,
            Seat = seat.Id,
        });
    }

    /// <summary>
    /// Ends the seat and removes the name. What the guest has not been told yet, where the group meets and how to reach
    /// it among that, is told no more.
    /// </summary>
    private Next<Group> Without(GuestSeat seat, DateTimeOffset now)
    {
        if (seat.State == SeatState.Ended) return this;
        return With(new GuestSeat(seat.Id, seat.Home, null, SeatState.Ended, now, seat.GuestOf, seat.MeetingId), now)
            .Recall(IsToldTo(seat));
    }

    private static Func<Message, bool> IsToldTo(GuestSeat seat) =>
        message => message is SeatLetter letter and (SeatAnswered or SeatWelcomed) && letter.Seat == seat.Id;

    private Group With(GuestSeat seat, DateTimeOffset now)
    {
        var seats = Remembered(seat, now);
        var at = seats.IndexOf(seats.FirstOrDefault(s => s.Id == seat.Id)!);
        return (this with { Seats = at < 0 ? seats.Add(seat) : seats.SetItem(at, seat) })
            .Counting(SeatOf(seat.Id), seat, London.DayOf(now));
    }

    /// <summary>The seats to keep beside one that has changed.</summary>
    private ImmutableArray<GuestSeat> Remembered(GuestSeat changed, DateTimeOffset now)
    {
        var recent = Seats.RemoveAll(s => s.State == SeatState.Ended && s.Since < now.AddDays(-DaysRemembered));
        var tooMany = recent.Where(s => s.Home == changed.Home && s.State == SeatState.Ended && s.Id != changed.Id)
            .OrderByDescending(s => s.Since)
            .Skip(MaxEndedPerHome - 1)
            .ToList();
        return recent.RemoveRange(tooMany);
    }

    private SeatWelcomed WelcomeTo(GuestSeat seat, AreaId home) => new()
    {
        From = home, To = seat.Home, Group = Id, Seat = seat.Id, Welcome = GuestWelcome.Of(Description!)
    };

    private SeatAnswered Answer(GuestSeat seat, AreaId home, bool welcome) => new()
    {
        From = home,
        To = seat.Home,
        Group = Id,
        Seat = seat.Id,
        Welcome = welcome,
        Told = welcome ? GuestWelcome.Of(Description!) : null,
    };
}
