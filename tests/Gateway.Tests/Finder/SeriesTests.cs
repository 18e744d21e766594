using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Cards of groups with several series, and with dates of their own.</summary>
public sealed class SeriesTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly Shelf shelf = new();

    public void Dispose() => shelf.Dispose();

    [Fact]
    public void A_one_off_in_the_hour_that_the_clocks_skip_is_no_meeting()
    {
        var skipped = new OneOff(new(Guid.CreateVersion7()), new(2027, 3, 28), new(1, 30), Cancelled: false);
        var card = shelf.Put(Shelf.ACard() with { OneOffs = [skipped] });
        var found = Assert.Single(shelf.Find(new() { Sort = FinderSort.Next }).Items);
        Assert.Equal((card.Id, null), (found.Id, found.NextMeeting));
    }

    [Fact]
    public void Nothing_is_found_on_the_closing_day_or_later()
    {
        var last = new OneOff(new(Guid.CreateVersion7()), Monday.AddDays(2), new(19, 0), Cancelled: false);
        var card = Shelf.ACard() with { OneOffs = [last], ClosesOn = last.On.AddDays(1) };
        shelf.Put(card);
        Assert.Equal(last.Id, Assert.Single(shelf.Find().Items).NextMeeting?.Id);
        shelf.Put(card with { ClosesOn = last.On });
        Assert.Null(Assert.Single(shelf.Find().Items).NextMeeting);
    }

    [Fact]
    public void Two_series_at_the_same_time_are_told_apart_and_each_has_its_length()
    {
        var version = Shelf.Weekly("TU", 19).Series[0].Versions[0];
        var talk = new Series { Id = "talk", Versions = [version with { Minutes = 45 }], Topics = ["sleep"] };
        var walk =
            new Series { Id = "walk", Versions = [version with { Minutes = 120 }], Format = MeetingFormat.Hybrid };
        var card = shelf.Put(Shelf.ACard() with { Schedule = new() { Series = [talk, walk] } });
        var first = Assert.Single(shelf.Find().Items).NextMeeting!;
        Assert.Equal(45, first.Minutes);

        var cancelled = new OneOff(first.Id, Monday.AddDays(1), new(19, 0), Cancelled: true);
        shelf.Put(card with { OneOffs = [cancelled] });
        var second = Assert.Single(shelf.Find().Items).NextMeeting!;
        Assert.Equal((first.StartsAt, 120), (second.StartsAt, second.Minutes));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(1, shelf.Find(new() { Topics = ["sleep"] }).Total);
        Assert.Equal(1, shelf.Find(new() { Formats = [MeetingFormat.Hybrid] }).Total);
    }

    [Fact]
    public void A_length_of_its_own_is_that_of_a_moved_meeting()
    {
        var card = shelf.Put(Shelf.ACard() with { Schedule = Shelf.Weekly("TU", 19) });
        var next = Assert.Single(shelf.Find().Items).NextMeeting!;
        var moved = new OneOff(next.Id, Monday.AddDays(2), new(11, 0), Cancelled: false, Minutes: 30);
        shelf.Put(card with { OneOffs = [moved] });
        var found = Assert.Single(shelf.Find().Items).NextMeeting!;
        Assert.Equal((next.Id, 30), (found.Id, found.Minutes));
        Assert.Equal(moved.On, DateOnly.FromDateTime(found.StartsAt.Date));
    }
}
