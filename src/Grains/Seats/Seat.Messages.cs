using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Seats;

/// <summary>Letters from the group's area, and its answers to ours.</summary>
internal sealed partial record Seat
{
    private const int MaxMarks = 1000;

    /// <inheritdoc/>
    public Next<Seat> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        if (Area is null) return SeatRefusals.NotFound;
        if (message is not SeatLetter letter || letter.From != Area || letter.Group != GroupId || letter.Seat != Id)
            return LinkRefusals.Misdirected;
        return letter switch
        {
            SeatAnswered answered => Answered(answered, now),
            SeatEnded => State == SeatState.Ended ? this : Answered(SeatState.Ended, now),
            SeatMarked marked => Marked(marked),
            SeatWelcomed welcomed => Welcomed(welcomed),
            _ => LinkRefusals.Misdirected,
        };
    }

    /// <summary>
    /// A refused request for the seat counts as the answer; a refusal because the member is erased ends the seat.
    /// </summary>
    public Next<Seat>? Refused(
        Message message, string code, AreaId home, int number, DateTimeOffset now) => message switch
    {
        // The request may have been sent more than once and arrive again when the group has room, so the seat is given
        // up: the answer that the member saw must remain true.
        SeatAsked => Leave(home).Then(seat => (seat with { Because = code }).Become(SeatState.Declined, now)),
        SeatChanged changed when code == MemberRefusals.Erased.Code => Forget(changed.Member, home, now),
        _ => null,
    };

    private Next<Seat> Answered(SeatState state, DateTimeOffset now) =>
        WithoutName().Then(seat => seat.Become(state, now));

    private Next<Seat> Answered(SeatAnswered answer, DateTimeOffset now)
    {
        if (State != SeatState.Asked) return this;
        if (!answer.Welcome) return Answered(SeatState.Declined, now);
        if (answer.Told is { } told && DescriptionRules.Welcome(told) is { } wrong) return wrong;
        // A change may arrive before the answer.
        var seat = WelcomeVersion > 0 ? this : this with { Welcome = answer.Told };
        return seat.Answered(SeatState.Seated, now);
    }

    // The other area is not trusted to send what a group may say.
    private Next<Seat> Welcomed(SeatWelcomed letter)
    {
        var isOver = Left || Member is null || State is SeatState.Declined or SeatState.Ended;
        if (isOver || WelcomeVersion >= letter.Version) return this;
        if (DescriptionRules.Welcome(letter.Welcome) is { } wrong) return wrong;
        return this with { Welcome = letter.Welcome, WelcomeVersion = letter.Version };
    }

    private Seat Marked(SeatMarked marked)
    {
        var known = Marks.FirstOrDefault(m => m.MeetingId == marked.Meeting);
        if (Left || Member is null || State == SeatState.Declined || known?.Version >= marked.Version) return this;
        var others = known is null ? Marks : Marks.Remove(known);
        var all = others.Add(new(marked.Meeting, marked.HeldOn, marked.StartsAt, marked.Mark, marked.Version))
            .OrderBy(m => m.HeldOn)
            .ThenBy(m => m.StartsAt);
        return this with { Marks = [.. all.TakeLast(MaxMarks)] };
    }
}
