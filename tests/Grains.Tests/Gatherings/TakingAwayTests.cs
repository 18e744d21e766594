using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>A keeper takes away a table at which nobody sits.</summary>
public sealed class TakingAwayTests
{
    private static readonly EnterTally[] Two = [Hands(1, 9, 9, 9, 1, 1, 1), Hands(2, 8, 8, 8, 1, 1, 1)];

    [Fact]
    public void It_is_not_asked_any_more_is_not_missing_and_leaves_its_animal_to_another()
    {
        var room = AGathering().Kept().Laid(9, 8, 0).Open(ByLead).Yes().Without(3).Asking(AVote).With(Two);
        Assert.Equal(2, room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables.Length);
        Assert.Equal(2, room.SeenBy(ByLead, 1).Yes().Tables.Length);
        Assert.DoesNotContain(At(3), room.StandingFor(ByLead).Tables);
        Assert.Equal("gathering.table-not-found", room.Enter(Hands(3, 0, 0, 0, 0, 0, 0), 3).No());
        var result = room.Closed().Result();
        Assert.Equal((2, 2), (result.TablesIn, result.TablesAsked));
        Assert.Equal(At(4), room.Lay(At(4), new((Animal)2, 5), ByLead).Yes().Tables[^1].Id);
        Assert.Equal(At(3), Assert.Single(room.SeenBy(ByLead, 1).Yes().TakenAway).Id);
        Assert.Empty(room.SeenBy(BySam, 1).Yes().TakenAway);
    }

    [Fact]
    public void No_table_becomes_the_only_one_of_a_question_that_the_room_is_asked()
    {
        var open = ARoom(AVote, 9, 8).With(Two[0]).Lay(At(2), new((Animal)1, 0), ByLead).Yes();
        var counting = open.CountQuestion(TheQuestion, ByLead).Yes();
        Assert.All((Gathering[])[open, counting], room =>
            Assert.Equal("gathering.table-in-use", room.TakeAway(At(2), [], ByLead).No()));
        Assert.Null(counting.Closed().Without(2).Result().People);
        var atEase = ARoom(AWarmUp(), 9, 0);
        Assert.NotSame(atEase, atEase.Without(2));
    }

    [Fact]
    public void Slips_that_are_printed_for_it_still_count_towards_those_of_the_gathering()
    {
        const int Most = GatheringFields.MaxPresent;
        var room = ARoom(AWarmUp(), 2, Most, Most, Most, Most, Most);
        var printed = Enumerable.Range(2, GatheringFields.MaxSlips / Most).Aggregate(room, (made, table) =>
            made.MakeSlips(At(table), new(Most), true, ByLead).Yes());
        var away = printed.Lay(At(2), new((Animal)1, 0), ByLead).Yes().Without(2);
        Assert.Equal("gathering.field", away.MakeSlips(At(1), new(1), true, ByLead).No());
    }

    [Fact]
    public void A_question_that_has_closed_does_not_miss_it_any_more_and_everything_else_stays()
    {
        var three = ARoom(AVote, 9, 8, 7, 0).With([.. Two, Hands(3, 7, 7, 1, 7, 1, 1)]).Closed();
        var before = three.Result();
        var after = three.Without(4).Result();
        Assert.Equal((3, 4), (before.TablesIn, before.TablesAsked));
        Assert.Equal((3, 3), (after.TablesIn, after.TablesAsked));
        Assert.Equal(before.Figures(), after.Figures());
        Assert.Equal(before.Options, after.Options);
    }

    [Fact]
    public void No_figures_appear_because_one_table_is_left()
    {
        var one = ARoom(AVote, 9, 0).With(Two[0]).Closed();
        Assert.Null(one.Result().People);
        var left = one.Without(2);
        Assert.Null(left.Result().People);
        // From then on there is one table, as everybody sees.
        var next = left.Asking(AVote, Asked(2)).Enter(Two[0], 5, id: Asked(2)).Yes().Closed(Asked(2));
        Assert.Equal(9, next.Result(Asked(2)).People);
    }

    [Fact]
    public void A_table_that_people_sit_at_or_that_has_counted_answered_or_said_anything_stays()
    {
        var room = ARoom(AVote, 6, 0, 1);
        Assert.Equal("gathering.table-in-use", room.Closed().TakeAway(At(1), [], ByLead).No());
        Assert.Equal("gathering.table-in-use", room.Closed().TakeAway(At(2), [At(1), At(2)], ByLead).No());
        var counted = room.Enter(Hands(2, 0, 0, 0, 0, 0, 0), 1).Yes().Closed();
        Assert.Equal("gathering.table-in-use", counted.TakeAway(At(2), [], ByLead).No());
        var corrected = ARoom(AVote, 6).Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1).Yes()
            .Enter(Hands(1, 0, 0, 0, 0, 0, 0) with { Replaces = [Entry(1)] }, 2).Yes()
            .Lay(At(1), new((Animal)0, 0), ByLead).Yes().Closed();
        Assert.Equal("gathering.table-in-use", corrected.TakeAway(At(1), [], ByLead).No());
        var key = new SlipKey([7, 7, 7]);
        var answered = room.Spend(TheQuestion, At(3), new("K7P2M9X3", ["A"]), key).Yes();
        // Slips whose key is lost, and those that were added up.
        var lost = answered with { Questions = answered.Closed().Questions };
        foreach (var spent in new[] { lost, answered.CloseQuestion(TheQuestion, ByLead, Keys(key)).Yes() })
        {
            var left = spent with
            {
                Tables = spent.Tables.Replace(spent.Find(At(3))!, spent.Find(At(3))! with { Present = 0 }),
            };
            Assert.Equal("gathering.table-in-use", left.TakeAway(At(3), [], ByLead).No());
        }
    }

    [Fact]
    public void Keepers_alone_take_it_away_until_the_gathering_is_over_and_once()
    {
        var room = ARoom(AVote, 6, 0, 0).Closed();
        Assert.Equal("gathering.not-found", new Gathering().TakeAway(At(2), [], ByLead).No());
        Assert.Equal("gathering.keepers-only", room.TakeAway(At(2), [], BySam).No());
        Assert.Equal("gathering.table-not-found", room.TakeAway(At(7), [], ByLead).No());
        var without = room.Without(2);
        Assert.Same(without, without.TakeAway(At(2), [], ByOther).Yes());
        var over = without.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
        Assert.Same(over, over.TakeAway(At(2), [], ByLead).Yes());
        Assert.Equal("gathering.state", over.TakeAway(At(3), [], ByLead).No());
    }

    [Fact]
    public void Laid_again_it_has_its_own_code_so_that_a_lost_paper_stays_useless()
    {
        var room = ARoom(AVote, 6, 0).ChangeCode(At(2), new(2), ByLead).Yes().Closed().Without(2);
        var again = room.Lay(At(2), new(Animal.Zebra, 5), ByLead).Yes();
        Assert.Equal(new Table(At(2), Animal.Zebra, 5, Code: 2), again.Find(At(2)));
        Assert.Empty(again.TakenAway);
        Assert.Equal(2, again.Result().TablesAsked);
    }

    private static Dictionary<QuestionId, SlipKey> Keys(SlipKey key) => new() { [TheQuestion] = key };
}

/// <summary>Taking tables away that said nothing.</summary>
internal static class TakingAway
{
    public static Gathering Without(this Gathering gathering, int table) =>
        gathering.TakeAway(At(table), [], ByLead).Yes();
}
