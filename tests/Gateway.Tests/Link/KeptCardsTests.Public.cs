using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>What visitors are shown of the cards that are kept.</summary>
public sealed partial class KeptCardsTests
{
    [Fact]
    public void What_anybody_can_read_has_the_own_cards_too_and_a_share_of_a_short_list_for_each_area()
    {
        var cards = Empty(North, South);
        cards.Apply(North, APage(1, [.. Enumerable.Range(0, 30).Select(_ => ACard())]));
        var home = new AreaId("east-sussex");
        PracticeCard[] own =
            [.. Enumerable.Range(1, 30).Select(day => ACard(home) with { ShownOn = Today.AddDays(-day) })];
        cards.Seen(North, Noon);
        cards.Seen(South, Noon);
        var all = cards.ListWith(own, [], max: 60);
        Assert.Equal((60, false), (all.Items.Length, all.HasMore));
        Assert.True(cards.ListWith(own, [], max: 59).HasMore);
        Assert.Equal(30, cards.List().Items.Length);
        var few = cards.ListWith([.. own.Reverse()], [], max: 20);
        Assert.Equal(own[..6].Select(card => card.Id), few.Items[14..].Select(card => card.Id));
        Assert.All(few.Items[..14], card => Assert.Equal(North, card.Area));
        Assert.Equal([North, South], few.Areas.Select(one => one.Area.Id));
    }

    [Fact]
    public void Visitors_read_an_area_as_it_was_up_to_seven_days_ago_and_none_to_which_the_border_is_closed()
    {
        var cards = Empty(North, South);
        cards.Apply(North, APage(1, ACard()));
        cards.Apply(South, APage(1, ACard(South)));
        Assert.Equal((PublicReading.LeftOut, false), Read());
        cards.Seen(North, Noon.AddDays(-7));
        Assert.Equal((PublicReading.UpToDate, true), Read());
        cards.Missed(North);
        Assert.Equal((PublicReading.Late, true), Read());
        Assert.Equal((PublicReading.Closed, false), Read(North));
        Assert.Equal((PublicReading.Late, true), Read(South));
        cards.Seen(North, Noon.AddDays(-7).AddSeconds(-1));
        Assert.Equal((PublicReading.LeftOut, false), Read());
        Assert.Equal(2, cards.List().Items.Length);

        (PublicReading Reading, bool IsShown) Read(params AreaId[] closed)
        {
            var read = cards.ListWith([], closed, max: 20);
            return (read.Areas[0].Reading, read.Items.Any(card => card.Area == North));
        }
    }
}
