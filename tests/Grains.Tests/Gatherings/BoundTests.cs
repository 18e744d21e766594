using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.MirrorTests;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>From how many people on counts are shown, and from how many a word is said.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData("4 4 4", true)]
    [InlineData("4 4 3", false)]
    [InlineData("20 20", false)]
    [InlineData("8 8 0", false)]
    [InlineData("9 4 3", false)]
    [InlineData("9 4 4", true)]
    [InlineData("2 2 2 2 2", true)]
    [InlineData("0 0 0", false)]
    public void Without_any_one_table_eight_people_of_two_tables_are_left(string people, bool isShown) =>
        Assert.Equal(isShown, Bound.Allows(Tables(people), QuestionKind.Vote));

    [Theory]
    [InlineData("8", true)]
    [InlineData("7", false)]
    public void Whoever_sits_at_the_only_table_has_seen_every_hand(string people, bool isShown) =>
        Assert.Equal(isShown, Bound.Allows(Tables(people), QuestionKind.Vote, isOnlyTable: true));

    [Fact]
    public void A_mirror_shows_eight_of_each_side_at_four_tables_and_eight_without_any_one_table()
    {
        var exact = Answered(Both(1, 5, 3), Both(2, 1, 1), Both(3, 1, 2), Both(4, 1, 2));
        Assert.Equal(Finding.Mirrored, exact.Finding);
        var big = Answered(Both(1, 5, 4), Both(2, 1, 1), Both(3, 1, 1), Both(4, 1, 2));
        Assert.Equal([Hat.LivedExperience, Hat.Role], big.Mirror!.NeedsMore.AsEnumerable());
        var three = Answered(Both(1, 4, 4), Both(2, 4, 4), Both(3, 4, 4), Both(4, 0, 0, hats: 6));
        Assert.Equal(Finding.NotEnough, three.Finding);
    }

    [Fact]
    public void A_mirror_says_which_side_is_higher_and_how_many_wear_both_hats()
    {
        var tables = Enumerable.Range(1, 4).Select(table => Both(table, 2, 2, hats: table)).ToArray();
        var mirror = Answered(tables).Mirror!;
        Assert.Equal((3, Hat.LivedExperience, 10), (mirror.Apart, mirror.Higher, mirror.BothHats));
        var even = Answered([.. Enumerable.Range(1, 4).Select(table => Sheet(table, Even))]).Mirror!;
        Assert.Equal((0, null), (even.Apart, even.Higher));
    }

    [Theory]
    [InlineData(Finding.TooFew, 2, 1, 1)]
    [InlineData(Finding.LeaningUp, 3, 1, 1)]
    [InlineData(Finding.AgreedUp, 4, 2, 0)]
    [InlineData(Finding.LeaningUp, 3, 3, 0)]
    [InlineData(Finding.AgreedDown, 0, 2, 4)]
    public void Five_thumbs_are_enough_and_two_thirds_agree(Finding finding, int up, int middle, int down) =>
        Assert.Equal(finding, Thumbs.Find(up, middle, down));

    [Fact]
    public void What_as_many_tables_say_in_as_many_letters_is_read_in_the_order_of_the_alphabet()
    {
        TableCount[] tables = [new(At(1), 6, [], ["who", "how"]), new(At(2), 6, [], ["how", "who"])];
        Assert.Equal(["how", "who"], Corners.Conditions(tables).Select(condition => condition.Text));
    }

    private static readonly int[] Even = [0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];

    // Lived experience on the fifth step of five, a role on the second, both hats on the first.
    private static EnterTally Both(int table, int lived, int role, int hats = 0) =>
        Sheet(table, [0, 0, 0, 0, lived, 0, role, 0, 0, 0, hats, 0, 0, 0, 0]);

    private static TableCount[] Tables(string people) =>
        [.. people.Split(' ').Select((count, at) => new TableCount(At(at + 1), int.Parse(count, null), [], []))];
}
