using System.Globalization;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>How many sentences are on a page.</summary>
public sealed class SentenceLinesTests
{
    [Theory]
    [InlineData("20 20 20", "20 20 20", "", false)]
    [InlineData("21 5", "20 5", "0", true)]
    [InlineData("20 20 15 10", "20 20 15 5", "3", true)]
    [InlineData("20 20 20 1", "20 20 20", "", true)]
    public void A_gathering_has_so_many_and_a_page_so_many_in_all(string said, string shown, string cut, bool hasMore)
    {
        SentencesCard[] cards = [.. Numbers(said).Select(ACard)];
        var lines = SentenceLines.Within(new([.. cards], [], HasMore: false), ofEach: 20, inAll: 60);
        Assert.Equal(shown, string.Join(' ', lines.Cards.Items.Select(card => card.Sentences.Length)));
        var places = cards.Index().Where(one => lines.Cut.Contains(one.Item.Id)).Select(one => one.Index);
        Assert.Equal(cut, string.Join(' ', places));
        Assert.Equal(hasMore, lines.Cards.HasMore);
    }

    [Fact]
    public void What_had_more_before_has_more()
    {
        var lines = SentenceLines.Within(new([ACard(1)], [], HasMore: true), ofEach: 20, inAll: 60);
        Assert.True(lines.Cards.HasMore);
    }

    private static IEnumerable<int> Numbers(string text) =>
        text.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    private static SentencesCard ACard(int sentences) => new()
    {
        Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Year = 2026,
        Sentences = [.. Enumerable.Repeat(new SentenceOnCard("As equals", SentenceKind.Sentence), sentences)],
    };
}
