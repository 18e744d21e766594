using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>What is just enough for a gathering, and what is just too much.</summary>
public sealed class EdgeTests
{
    private static readonly DateOnly Today = APlan.HeldOn.AddDays(-7);

    [Fact]
    public void A_plan_is_valid_up_to_its_limits()
    {
        Assert.Null(Field(APlan with { HeldOn = Today, Minutes = 5 }));
        Assert.Null(Field(APlan with { HeldOn = Today.AddDays(366), Minutes = 1440 }));
        Assert.Equal("heldOn", Field(APlan with { HeldOn = Today.AddDays(367) }));
        Assert.Equal("minutes", Field(APlan with { Minutes = 1441 }));
        Assert.Null(Field(APlan with { Groups = Groups(10) }));
        Assert.Equal("groups", Field(APlan with { Groups = Groups(11) }));
    }

    [Fact]
    public void A_table_holds_two_hundred_people_and_their_hands()
    {
        var room = ARoom(AVote, 200);
        Assert.Equal(200, room.Enter(Hands(1, 200, 200, 200, 0, 0, 0), 1).Yes().Find(At(1))!.Present);
        Assert.Equal("counts", Field(room.Enter(Hands(1, 200, 200, 201, 0, 0, 0), 1)));
        Assert.Equal("present", Field(room.Enter(Hands(1, -1, 0, 0, 0, 0, 0), 1)));
        Assert.Equal("tookPart", Field(room.Enter(Hands(1, 0, -1, 0, 0, 0, 0), 1)));
        Assert.Equal(200, room.Lay(At(1), new((Animal)0, 200), ByLead).Yes().Find(At(1))!.Present);
    }

    [Fact]
    public void An_entry_replaces_up_to_twenty_others()
    {
        var room = ARoom(AVote, 6);
        var hands = Hands(1, 6, 6, 1, 1, 1, 1);
        Assert.False(room.Enter(hands with { Replaces = Entries(20) }, 1).Refused(out _, out _));
        Assert.Equal("gathering.field", room.Enter(hands with { Replaces = Entries(21) }, 1).No());
    }

    [Fact]
    public void Entries_that_differ_in_one_number_do_not_agree()
    {
        var six = ARoom(AVote, 6).Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1).Yes();
        Assert.Equal(TallyState.Differs, StateOf(six.Enter(Hands(1, 6, 5, 1, 1, 1, 1), 2).Yes()));
        var five = ARoom(AVote, 6).Enter(Hands(1, 6, 5, 1, 1, 1, 1), 1).Yes();
        Assert.Equal(TallyState.Differs, StateOf(five.Enter(Hands(1, 5, 5, 1, 1, 1, 1), 2).Yes()));
    }

    [Fact]
    public void A_table_has_a_hundred_codes_one_after_the_other()
    {
        var room = ARoom(AVote, 6);
        Assert.True(room.ChangeCode(At(1), new(5), ByLead).Refused(out var skipped, out _));
        Assert.Equal("Use 2 for another code.", skipped.Detail);
        for (var number = 2; number <= 100; number++) room = room.ChangeCode(At(1), new(number), ByLead).Yes();
        Assert.Equal("record.full", room.ChangeCode(At(1), new(101), ByLead).No());
    }

    [Fact]
    public void All_tables_together_have_a_thousand_slips()
    {
        int[] tables = [.. Enumerable.Repeat(200, 6)];
        var room = Enumerable.Range(1, 4).Aggregate(ARoom(AVote, tables), (next, table) => Made(next, table, 200));
        var full = Made(Made(room, 5, 100), 5, 200);
        Assert.Equal("gathering.field", full.MakeSlips(At(6), new(1), true, ByLead).No());

        static Gathering Made(Gathering room, int table, int slips) =>
            room.MakeSlips(At(table), new(slips), true, ByLead).Yes();
    }

    [Fact]
    public void Slips_of_another_table_or_question_take_nobodys_place()
    {
        var key = new SlipKey([7, 7, 7]);
        var room = ARoom(AVote, 1, 1).Spend(TheQuestion, At(1), new("K7P2M9X3", ["A"]), key).Yes();
        room = room.Spend(TheQuestion, At(2), new("22222222", ["A"]), key).Yes();
        var keys = new Dictionary<QuestionId, SlipKey> { [TheQuestion] = key };
        var next = room.CloseQuestion(TheQuestion, ByLead, keys).Yes().Asking(AVote, Asked(2));
        Assert.Single(next.Spend(Asked(2), At(1), new("K7P2M9X3", ["A"]), key).Yes().Slips);
    }

    [Fact]
    public void A_keeper_leaves_something_to_read_in_every_text_that_changes()
    {
        var gathering = AGathering(APlan with { Title = "Robin's room", Place = "Robin" });
        Assert.Equal("gathering.nothing-left", gathering.TakeOut(new("Robin"), ByLead).No());
    }

    [Fact]
    public void Each_group_whose_keeper_has_taken_words_out_is_named()
    {
        var gathering = AGathering(APlan with { Title = "Robin's room", Place = "Kim's" }).Kept();
        var twice = gathering.TakeOut(new("Robin"), ByLead).Yes().TakeOut(new("Kim's"), ByCoordinator).Yes()
            .TakeOut(new("room"), ByOther).Yes();
        var seen = twice.SeenBy(BySam, 1).Yes();
        Assert.Equal([TheGroup, OtherGroup], seen.TakenOutFor);
        Assert.True(seen.IsTakenOutByArea);
    }

    [Fact]
    public void A_third_keeper_does_not_say_that_a_question_is_ready_once_it_has_been_asked()
    {
        var third = new GroupId(Person(78).Value);
        var byThird = By(Person(32));
        var ready = AGathering(APlan with { Groups = [TheGroup, OtherGroup, third] }).Kept()
            .Keep(third, Leading(third), MemberStanding.None, byThird).Yes().Laid(6)
            .Open(ByLead).Yes().Ask(TheQuestion, AVote, ByLead).Yes()
            .MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes();
        Assert.Same(ready, ready.MakeReady(TheQuestion, byThird).Yes());
        var open = ready.OpenQuestion(TheQuestion, ByLead).Yes();
        Assert.Equal("gathering.question-state", open.MakeReady(TheQuestion, byThird).No());
    }

    [Fact]
    public void What_a_keeper_entered_is_still_theirs_when_another_is_erased()
    {
        var room = ARoom(AVote, 6, 5).Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1).Yes()
            .Enter(Hands(2, 5, 5, 1, 1, 1, 1), 2, ByOther).Yes();
        var without = room.Forget(Lead, Abroad.East, Now).Yes();
        Assert.Equal("gathering.tally-not-found", without.TallySeenBy(TheQuestion, Entry(1), ByLead).No());
        Assert.Equal(5, without.TallySeenBy(TheQuestion, Entry(2), ByOther).Yes().Counted.Present);
    }

    private static TallyState StateOf(Gathering room) =>
        room.TalliesSeenBy(TheQuestion, ByLead).Yes().Tables[0].State;

    private static string? Field(PlanGathering plan) => GatheringRules.Check(plan, null, Today)?.Field;

    private static string? Field(Result<Gathering> result) =>
        result.Refused(out var refusal, out _) ? refusal.Field : null;

    private static ImmutableArray<GroupId> Groups(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new GroupId(Person(number).Value))];

    private static ImmutableArray<TallyId> Entries(int count) =>
        [.. Enumerable.Range(2, count).Select(Entry)];
}
