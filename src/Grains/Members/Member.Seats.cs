using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Members;

/// <summary>The person's seats in groups of other areas.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// Applies the state of a seat; an older version changes nothing. Asking for a seat gives a consent, and its end
    /// withdraws it.
    /// </summary>
    public Result<Member> NoteSeat(SeatChanged news, DateTimeOffset now)
    {
        var known = Seats.FirstOrDefault(s => s.Seat.SeatId == news.Seat.SeatId);
        if (ErasedAt is not null || known?.Version >= news.Version) return this;
        return (this with { Seats = [.. Seats.Where(s => s != known), new(news.Seat, news.Version)] })
            .With(Agreed(known?.Seat, news.Seat, now));
    }

    private IEnumerable<ConsentReceipt> Agreed(SeatPart? before, SeatPart after, DateTimeOffset now)
    {
        var consent = $"seat/{after.Area}/{after.GroupId}";
        if (before is null) yield return new(consent, true, now, Id);
        if ((before is null || IsLive(before)) && !IsLive(after)) 
            yield return new(consent, false, now, null, ConsentChannel.Ended);
    }

    private static bool IsLive(SeatPart seat) => seat.State is SeatState.Asked or SeatState.Seated;
}

/// <summary>The latest version of one of a person's seats.</summary>
internal sealed record SeatNews(SeatPart Seat, int Version);
