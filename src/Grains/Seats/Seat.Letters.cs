using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Seats;

/// <summary>What the group's area writes of the seat, and what it answers.</summary>
internal sealed partial record Seat
{
    private const int MostMarks = 1000;

    /// <summary>Takes a letter of the group in; late ones and the same one again change nothing.</summary>
    public Result<Seat> Receive(Letter letter, DateTimeOffset now) =>
        Area is null ? SeatRefusals.NotFound
        : letter.From != Area || letter.Group != GroupId ? LinkRefusals.Misdirected
        : letter switch
        {
            SeatAnswered answered when answered.Seat == Id => State != SeatState.Asked ? this : (this with { Letters = WithoutName }).Become(answered.Welcome ? SeatState.Seated : SeatState.Declined, now),
            SeatEnded ended when ended.Seat == Id => State == SeatState.Ended ? this : (this with { Letters = WithoutName }).Become(SeatState.Ended, now),
            SeatMarked marked when marked.Seat == Id => Marked(marked),
            _ => LinkRefusals.Misdirected,
        };

    /// <summary>Takes in what the group's area said of a letter; a no to the asking is the answer.</summary>
    public Seat Settle(OperationId operation, string? refused, AreaId home, DateTimeOffset now)
    {
        if (refused is null || LetterBox.IsNoAnswer(refused) || Letters.Find(operation) is not SeatAsked) return this.Settled(operation, refused);
        // The asking may have been sent more than once and arrive again when the group has room: what the member was told must stay true.
        return (Leave(home, now) with { Because = refused }).Become(SeatState.Declined, now);
    }

    private Seat Marked(SeatMarked marked)
    {
        var known = Marks.FirstOrDefault(m => m.MeetingId == marked.Meeting);
        if (Left || Member is null || State == SeatState.Declined || known?.Version >= marked.Version) return this;
        var others = known is null ? Marks : Marks.Remove(known);
        var all = others.Add(new(marked.Meeting, marked.HeldOn, marked.StartsAt, marked.Mark, marked.Version)).OrderBy(m => m.HeldOn).ThenBy(m => m.StartsAt);
        return this with { Marks = [.. all.TakeLast(MostMarks)] };
    }
}
