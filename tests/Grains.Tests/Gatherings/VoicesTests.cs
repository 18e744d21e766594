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
    public void With_figures_people_liked_what_has_a_voice()
    {
        var result = ACountedRoom(
            OfFive,
            Hands(1, 7, 7, 5, 4, 4, 2, 0), Hands(2, 7, 7, 5, 4, 4, 2, 0), Hands(3, 6, 6, 4, 3, 3, 2, 0)).Result();
        Assert.Equal("ABCD", Liked(result));
        // Its words include late tables, and its figures do not.
        Assert.Equal("ABC", Liked(result with { LateTables = 1 }));
    }

    [Theory]
    [InlineData("ABC", 6, 3, 3, 1, 0)]
    [InlineData("ABC", 6, 3, 2, 1, 0)]
    [InlineData("AB", 6, 3, 0, 0, 0)]
    [InlineData("B", 3, 6, 3, 3, 0)]
    [InlineData("", 4, 4, 4, 4, 0)]
    public void Without_figures_what_came_first_is_listed_in_whole_places_of_up_to_three(
        string liked, params int[] counts)
    {
        var result = ACountedRoom(OfFive, Hands(1, 6, 6, [.. counts]), Hands(2, 6, 6, [.. counts])).Result();
        Assert.Null(result.People);
        Assert.Equal(liked, Liked(result));
    }

    [Fact]
    public void Of_a_vote_nothing_is_listed_as_liked() =>
        Assert.Empty(ACountedRoom(AVote, Hands(1, 9, 9, 5, 4, 0, 0)).Result().ListLiked());

    private static string Liked(QuestionResult result) => string.Concat(result.ListLiked().Select(one => one.Box));

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
