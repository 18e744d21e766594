using PeerNet.Contracts.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Thumbs, in words.</summary>
public sealed class ThumbsTests
{
    [Theory]
    [InlineData(Finding.AgreedUp, 8, 1, 0)]
    [InlineData(Finding.AgreedUp, 7, 2, 1)]
    [InlineData(Finding.LeaningUp, 7, 0, 2)]
    [InlineData(Finding.LeaningUp, 5, 2, 2)]
    [InlineData(Finding.Split, 4, 1, 4)]
    [InlineData(Finding.InTheMiddle, 1, 7, 1)]
    [InlineData(Finding.Split, 3, 3, 3)]
    [InlineData(Finding.Even, 2, 4, 2)]
    [InlineData(Finding.AgreedDown, 0, 2, 7)]
    [InlineData(Finding.LeaningDown, 2, 2, 5)]
    [InlineData(Finding.TooFew, 2, 1, 1)]
    [InlineData(Finding.NobodyVoted, 0, 0, 0)]
    public void Three_numbers_are_summed_up_in_a_word(Finding finding, int up, int middle, int down)
    {
        var result = ACountedRoom(AThumb, Hands(1, 12, 12, up, middle, down)).Result();
        Assert.Equal(finding, result.Finding);
        Assert.Equal("up middle down", result.Order());
        Assert.Equal(up + middle + down >= 8 ? $"{up + middle + down}: up{up} middle{middle} down{down}" : "",
            result.Figures());
    }
}
