using PeerNet.Contracts.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Three voices for each person.</summary>
public sealed class VoicesTests
{
    private static readonly AskQuestion OfFive = ThreeVoices with { Options = [.. Letters, "Every month"] };

    [Fact]
    public void Steps_with_as_many_voices_share_a_place()
    {
        var result = ACountedRoom(
            OfFive,
            Hands(1, 7, 7, 5, 4, 4, 2, 1), Hands(2, 7, 7, 5, 4, 4, 2, 1), Hands(3, 6, 6, 4, 3, 3, 2, 1)).Result();
        Assert.Equal((Finding.Placed, "20: A14 B11 C11 D6 E3"), (result.Finding, result.Figures()));
        Assert.Equal([1, 2, 2, 4, 5], result.Options.Select(option => option.Place!.Value));
        Assert.Equal("", result.Standing());
    }

    [Fact]
    public void A_table_has_at_most_three_voices_for_each_person_and_one_for_each_step()
    {
        var room = ARoom(ThreeVoices, 6);
        Assert.True(room.Enter(Hands(1, 6, 6, 6, 6, 6, 1), 1).Refused(out var refusal, out _));
        Assert.Equal(("gathering.more-voices-than-people", "counts"), (refusal.Code, refusal.Field));
        Assert.Contains("check all boxes together: there can be at most 18", refusal.Detail, StringComparison.Ordinal);
        Assert.True(room.Enter(Hands(1, 6, 5, 0, 6, 0, 0), 1).Refused(out refusal, out _));
        Assert.Contains("check B: there can be at most 5", refusal.Detail, StringComparison.Ordinal);
        room.Enter(Hands(1, 6, 6, 6, 6, 6, 0), 1).Yes();
    }

    [Fact]
    public void Steps_that_nobody_chose_have_no_place() =>
        Assert.Equal(Finding.NoneChosen, ACountedRoom(ThreeVoices, Hands(1, 9, 9, 0, 0, 0, 0)).Result().Finding);
}
