using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>How long to wait, as a page says it.</summary>
public sealed class WaitWordsTests
{
    [Theory]
    [InlineData(1, "Try again in a few seconds.")]
    [InlineData(6, "Try again in a minute.")]
    [InlineData(60, "Try again in a minute.")]
    [InlineData(61, "Try again in 2 minutes.")]
    [InlineData(300, "Try again in 5 minutes.")]
    [InlineData(5400, "Try again in 90 minutes.")]
    [InlineData(5401, "Try again in 2 hours.")]
    [InlineData(86400, "Try again in 24 hours.")]
    public void A_wait_is_never_said_to_be_shorter_than_it_is(int seconds, string words)
    {
        var wait = WaitWords.Of(TimeSpan.FromSeconds(seconds));
        Assert.Equal(words, Language.English.Say(wait));
        Assert.Equal(words.ToUpperInvariant(), Language.Capitals.Say(wait));
    }
}
