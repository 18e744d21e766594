using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Members;

/// <summary>The person's seats in groups of other areas.</summary>
internal sealed partial record Member
{
    private const int ClaimOnly = 0;

    /// <summary>
    /// Claims a seat before it is asked for, so that of two requests for one group only one wins. The claim is without
    /// a version until the seat itself reports its state.
    /// </summary>
    public Result<Member> Claim(SeatPart seat, Caller by)
    {
        if (!by.Is(Id)) return MemberRefusals.NotFound;
        if (ErasedAt is not null) return MemberRefusals.Erased;
        if (Seats.Any(s => s.Seat.SeatId == seat.SeatId)) return this;
        if (Seats.FirstOrDefault(s => IsLive(s.Seat) && IsInSameGroup(s.Seat, seat)) is { } taken)
            return SeatRefusals.Taken(taken.Seat.SeatId);
        return this with { Seats = Seats.Add(new(seat, ClaimOnly)) };
    }

    /// <summary>Withdraws the claim to a seat that has never reported its state.</summary>
    public Result<Member> Withdraw(SeatId seat, Caller by)
    {
        var claim = Seats.FirstOrDefault(s => s.Seat.SeatId == seat && s.Version == ClaimOnly);
        return by.Is(Id) && claim is not null ? this with { Seats = Seats.Remove(claim) } : this;
    }

    /// <summary>
    /// Applies the state of a seat; an older version changes nothing. Asking for a seat gives a consent, and its end
    /// withdraws it.
    /// </summary>
    public Result<Member> NoteSeat(SeatChanged news, DateTimeOffset now)
    {
        var known = Seats.FirstOrDefault(s => s.Seat.SeatId == news.Seat.SeatId);
        if (ErasedAt is not null || known?.Version >= news.Version) return this;
        return (this with { Seats = [.. Seats.Where(s => s != known), new(news.Seat, news.Version)] })
            .With(Agreed(known?.Version > ClaimOnly ? known.Seat : null, news, now));
    }

    private IEnumerable<ConsentReceipt> Agreed(SeatPart? before, SeatChanged news, DateTimeOffset now)
    {
        var after = news.Seat;
        var consent = $"seat/{after.Area}/{after.GroupId}";
        if (before is null) yield return new(consent, true, now, Id);
        if ((before is null || IsLive(before)) && !IsLive(after))
            yield return Ended(consent, news.IsOwnWish, now);
    }

    private static bool IsInSameGroup(SeatPart one, SeatPart other) =>
        (one.Area, one.GroupId, one.MeetingId) == (other.Area, other.GroupId, other.MeetingId);

    private static bool IsLive(SeatPart seat) => seat.State is SeatState.Asked or SeatState.Seated;
}

/// <summary>The latest version of one of a person's seats; version 0 is a claim to a seat not yet stored.</summary>
internal sealed record SeatNews(SeatPart Seat, int Version);
