using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Votes, with the numbers of worked examples.</summary>
public sealed class ApprovalTests
{
    internal static readonly EnterTally[] FourTables =
    [
        Hands(1, 6, 6, 4, 3, 1, 0), Hands(2, 5, 5, 3, 2, 2, 1), Hands(3, 7, 6, 5, 6, 1, 0), Hands(4, 6, 6, 2, 4, 2, 1),
    ];

    private static readonly AskQuestion OfTwo = AVote with { Options = ["Sharing power", "Together"] };

    [Fact]
    public void Several_stand_if_more_than_half_like_each()
    {
        var result = ACountedRoom(AVote, FourTables).Result();
        Assert.Equal((Finding.LikedByMost, "23: B15 A14 C6 D2"), (result.Finding, result.Figures()));
        Assert.Equal("A B", result.Standing());
        Assert.Equal([1, 2, 3, 4], result.Options.Select(option => option.Place));
        Assert.Equal((4, 4, 0), (result.TablesIn, result.TablesAsked, result.LateTables));
        Assert.All(result.Options, option => Assert.Null(option.Outlook));
        Assert.Equal(Letters[1], result.Options[0].Text);
    }

    [Fact]
    public void A_tie_shares_a_place_and_the_shorter_text_is_read_first()
    {
        var result = ACountedRoom(OfTwo, Hands(1, 6, 6, 4, 4), Hands(2, 6, 6, 3, 3)).Result();
        Assert.Equal(("B A", "A B"), (result.Order(), result.Standing()));
        Assert.Equal([1, 1], result.Options.Select(option => option.Place));
        Assert.Equal("", result.Figures());
        Assert.All(result.Options, option => Assert.Null(option.Voices));
    }

    [Fact]
    public void If_none_is_liked_by_most_those_liked_most_stand()
    {
        var asks = AVote with { Options = [.. Letters.Take(3)] };
        var result = ACountedRoom(asks, Hands(1, 20, 20, 9, 9, 5)).Result();
        Assert.Equal((Finding.LikedMost, "A B", "20: B9 A9 C5"), (result.Finding, result.Standing(), result.Figures()));
    }

    [Fact]
    public void Nobody_who_wished_to_vote_is_not_the_same_as_no_count()
    {
        var nobody = ACountedRoom(AVote, [.. Enumerable.Range(1, 4).Select(n => Hands(n, 6, 0, 0, 0, 0, 0))]).Result();
        Assert.Equal((Finding.NobodyVoted, 4), (nobody.Finding, nobody.TablesIn));
        var none = ARoom(AVote, 6, 5, 7, 6).Closed().Result();
        Assert.Equal((Finding.NoCount, 0, 4), (none.Finding, none.TablesIn, none.TablesAsked));
        foreach (var result in new[] { nobody, none })
        {
            Assert.Equal(("", ""), (result.Figures(), result.Standing()));
            Assert.Equal("A B C D", result.Order());
            Assert.All(result.Options, option => Assert.True(
                option is { Place: null, Voices: null, Percent: null, Outlook: null }));
        }
    }

    [Fact]
    public void Nothing_stands_if_nobody_liked_anything()
    {
        var result = ACountedRoom(AVote, Hands(1, 9, 9, 0, 0, 0, 0)).Result();
        Assert.Equal((Finding.NoneChosen, ""), (result.Finding, result.Standing()));
        Assert.All(result.Options, option => Assert.Null(option.Place));
    }

    [Fact]
    public void While_a_table_is_missing_the_result_says_what_is_sure()
    {
        var result = ARoom(AVote, 6, 5, 7, 6).With(FourTables[..3]).Closed().Result();
        Assert.Equal(("17: A12 B11 C4 D1", "A B"), (result.Figures(), result.Standing()));
        Assert.Equal((3, 4), (result.TablesIn, result.TablesAsked));
        Assert.Equal(
            [Outlook.Sure, Outlook.Open, Outlook.Out, Outlook.Out], result.Options.Select(one => one.Outlook!.Value));
    }

    [Theory]
    [InlineData(24, 17, 6, Outlook.Sure)]
    [InlineData(11, 17, 6, Outlook.Open)]
    [InlineData(6, 18, 6, Outlook.Out)]
    [InlineData(7, 18, 6, Outlook.Open)]
    [InlineData(12, 18, 6, Outlook.Open)]
    [InlineData(13, 18, 6, Outlook.Sure)]
    public void An_option_is_open_exactly_if_the_missing_people_can_decide(
        int voices, int people, int missing, Outlook outlook) =>
        Assert.Equal(outlook, Approval.OutlookOf(voices, people, missing));

    [Fact]
    public void Without_figures_nothing_is_sure_however_many_people_are_said_to_be_missing()
    {
        var held = ARoom(AVote, 6, 5, 7).With(FourTables[..2]).Closed();
        foreach (var people in Enumerable.Range(0, 13))
            Assert.All(
                OutlooksOf(held.Lay(At(3), AMissing(people), ByLead).Yes()), outlook => Assert.Null(outlook));
    }

    [Fact]
    public void Nothing_is_sure_once_a_late_table_is_in_the_words_and_not_in_the_figures()
    {
        var before = ARoom(AVote, 6, 5, 7, 6, 9).With(FourTables[..3]).Closed();
        Assert.All(OutlooksOf(before), outlook => Assert.NotNull(outlook));
        Assert.All(OutlooksOf(before.With(FourTables[3])), outlook => Assert.Null(outlook));
    }

    [Theory]
    [InlineData(0, 3, 1, 0)]
    [InlineData(0, 1, 1, 0)]
    [InlineData(1, 3, 1, 0)]
    [InlineData(4, 3, 1, 0)]
    public void Nothing_is_sure_once_a_sheet_that_is_shown_was_corrected(int a, int b, int c, int d)
    {
        var before = ARoom(AVote, 6, 5, 7, 6).With(FourTables[..3]).Closed();
        var corrected = before.Enter(Hands(1, 6, 6, a, b, c, d) with { Replaces = [Entry(1)] }, 9).Yes();
        Assert.All(OutlooksOf(before), outlook => Assert.NotNull(outlook));
        Assert.All(OutlooksOf(corrected), outlook => Assert.Null(outlook));
    }

    [Fact]
    public void Nothing_is_sure_while_entries_of_a_table_that_is_shown_differ()
    {
        var before = ARoom(AVote, 6, 5, 7, 6).With(FourTables[..3]).Closed();
        var disputed = before.Enter(Hands(1, 6, 6, 4, 3, 0, 0), 9).Yes();
        Assert.Equal((2, 0), (disputed.Result().TablesIn, disputed.Result().LateTables));
        Assert.All(OutlooksOf(disputed), outlook => Assert.Null(outlook));
    }

    [Fact]
    public void Nothing_is_sure_once_a_late_table_is_in_that_changes_no_place()
    {
        var before = ARoom(AVote, 6, 5, 7, 6, 9).With(FourTables[..3]).Closed();
        var after = before.With(Hands(4, 6, 6, 1, 0, 0, 0));
        Assert.Equal(before.Result().Order(), after.Result().Order());
        Assert.All(OutlooksOf(after), outlook => Assert.Null(outlook));
    }

    [Fact]
    public void Nothing_is_sure_if_nobody_liked_anything_however_many_are_missing()
    {
        var before = ARoom(AVote, 6, 5, 7, 6);
        var none = before.With([.. FourTables[..3].Select(one => one with { Counts = [0, 0, 0, 0] })]).Closed();
        Assert.Equal(Finding.NoneChosen, none.Result().Finding);
        Assert.All(OutlooksOf(none), outlook => Assert.Null(outlook));
    }

    [Fact]
    public void A_late_table_changes_the_words_and_not_the_figures()
    {
        var before = ARoom(AVote, 6, 5, 7, 6).With(FourTables[..3]).Closed();
        var result = before.With(FourTables[3]).Result();
        Assert.Equal(1, result.LateTables);
        Assert.Equal(17, result.People);
        Assert.Equal("B A C D", result.Order());
        Assert.Equal("17: B11 A12 C4 D1", result.Figures());
        Assert.Equal(before.Result().Standing(), result.Standing());
        Assert.Equal(4, result.TablesIn);
    }

    [Fact]
    public void Late_tables_are_added_only_if_they_could_be_shown_by_themselves()
    {
        var room = ARoom(AVote, 6, 5, 7, 5, 5, 5).With(FourTables[..3]).Closed();
        EnterTally[] late = [Hands(4, 5, 5, 5, 0, 0, 0), Hands(5, 5, 5, 5, 0, 0, 0), Hands(6, 5, 5, 5, 0, 0, 0)];
        var two = room.With(late[..2]).Result();
        Assert.Equal((17, 2), (two.People, two.LateTables));
        var three = room.With(late).Result();
        Assert.Equal(("32: A27 B11 C4 D1", 0), (three.Figures(), three.LateTables));
    }

    [Fact]
    public void Which_late_tables_come_first_decides_which_are_in_the_figures()
    {
        var room = ARoom(AVote, 6, 5, 7, 5, 5, 5, 5).With(FourTables[..3]).Closed();
        EnterTally[] late =
        [
            Hands(4, 5, 5, 5, 0, 0, 0), Hands(5, 5, 5, 0, 5, 0, 0), Hands(6, 5, 5, 0, 0, 5, 0),
            Hands(7, 5, 5, 0, 0, 0, 5),
        ];
        Assert.Equal("32: A17 B16 C9 D1", room.With(late).Result().Figures());
        Assert.Equal("32: A12 B16 C9 D6", room.With([.. late.Reverse()]).Result().Figures());
    }

    [Fact]
    public void A_box_has_at_most_as_many_hands_as_people_took_part()
    {
        var room = ARoom(AVote, 7);
        Assert.True(room.Enter(Hands(1, 7, 6, 6, 7, 0, 0), 1).Refused(out var refusal, out _));
        Assert.Equal(("gathering.more-voices-than-people", "counts"), (refusal.Code, refusal.Field));
        Assert.Contains("badger table, check B: there can be at most 6", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(room.Find(TheQuestion), room.Enter(Hands(1, 7, 6, 6, 6, 6, 6), 1).Yes().Find(TheQuestion));
    }

    private static LayTable AMissing(int people) => new((Animal)2, people);

    private static Outlook?[] OutlooksOf(Gathering gathering) =>
        [.. gathering.Result().Options.Select(option => option.Outlook)];
}
