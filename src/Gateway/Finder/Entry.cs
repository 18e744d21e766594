using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>A card as the finder keeps it: without its long texts, with what was worked out from it.</summary>
internal sealed class Entry
{
    /// <summary>The words of the long texts are in the index, and nothing else of them is asked for.</summary>
    public Entry(Card card, Rhythm rhythm)
    {
        (Card, Rhythm, Moments) = (card with { About = null, FirstTime = null }, rhythm, Rhythms.Of(card, rhythm));
        At = card.Place is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : Outcodes.Find(card.Place?.Outcode);
    }

    private Entry(Entry other, (int[], int[]) terms) => (Card, Rhythm, Moments, At, Terms) = (other.Card, other.Rhythm, other.Moments, other.At, terms);

    public Card Card { get; }

    public Rhythm Rhythm { get; }

    /// <summary>The numbers of the terms that answers count, and of those that are only searched for.</summary>
    public (int[] Counted, int[] Searched) Terms { get; init; } = ([], []);

    /// <summary>Its meetings, in order.</summary>
    public int[] Moments { get; }

    /// <summary>Where it meets, as far as that is known; null for what is only online.</summary>
    public Point? At { get; }

    /// <summary>Whether it has dates of its own, beside the rhythm it may share.</summary>
    public bool HasOwnMoments => Moments != Rhythm.Moments;

    private GroupCalendar Calendar => new(Card.Id, Card.Schedule, Card.OneOffs, Card.Pauses, Card.ClosesOn);

    public Entry With(Rhythm rhythm) => new(Card, rhythm) { Terms = Terms };

    public Entry With((int[] Counted, int[] Searched) terms) => new(this, terms);

    public GroupStatus StatusOn(DateOnly day) => Calendar.StatusOn(day);

    /// <summary>The first meeting later than that instant, within the days the finder looks ahead.</summary>
    public int Next(Since since)
    {
        var at = Array.BinarySearch(Moments, since.After);
        if (at < 0) at = ~at;
        return at < Moments.Length && Moments[at] / Moment.Day <= since.Today.DayNumber + Rhythms.Ahead ? Moments[at] : Moment.Never;
    }

    /// <summary>The meeting of a moment, as the group itself would name it.</summary>
    public NextMeeting? Meeting(int moment)
    {
        if (moment == Moment.Never) return null;
        var (on, at) = (Moment.On(moment), Moment.At(moment));
        var slot = Slot.SlotId(Card.Id, on, at);
        var ofPattern = Array.BinarySearch(Rhythm.Moments, moment) >= 0 && Card.OneOffs.All(one => one.Id != slot);
        var id = ofPattern ? slot : Card.OneOffs.First(one => one.On == on && one.StartsAt == at && !one.Cancelled).Id;
        return new(id, London.At(on, at)!.Value, Calendar.MinutesOn(on));
    }
}
