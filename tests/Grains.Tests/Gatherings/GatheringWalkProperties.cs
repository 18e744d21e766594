using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.GatheringWalk;
using static PeerNet.Grains.Tests.Gatherings.ReleasedTests;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Whatever keepers, tables and others do with a gathering, in any order and more than once.</summary>
public sealed class GatheringWalkProperties
{
    private static readonly List<QuestionState> Order =
    [
        QuestionState.Draft, QuestionState.Ready, QuestionState.Open, QuestionState.Counting, QuestionState.Closed,
    ];

    [Fact]
    public void One_keeper_alone_neither_opens_it_nor_closes_it_within_a_day() => Walk((before, step, after) =>
    {
        if (after.State == before.State) return;
        if (after.State == GatheringState.Open)
            Assert.Equal(2, after.Keepers.Count(keeper => keeper.State == KeeperState.Keeping));
        if (after.State != GatheringState.Closed) return;
        Assert.Equal(after.ClosedFor.Distinct(), after.ClosedFor);
        if (after.ClosedFor.Length < 2) Assert.True(step.At >= before.ClosingAskedAt!.Value.AddHours(24));
    });

    [Fact]
    public void Once_it_is_over_every_question_is_closed_with_every_table_and_nothing_else_begins() =>
        Walk((before, step, after) =>
        {
            if (after.State is not (GatheringState.Closed or GatheringState.Cancelled)) return;
            Assert.All(after.Questions, one => Assert.Equal(QuestionState.Closed, one.State));
            foreach (var question in after.Questions.Where(one => before.Find(one.Id)!.State != QuestionState.Closed))
                Assert.Equal(question.WasOpened ? after.Tables.Select(table => table.Id) : [], question.Tables);
            Assert.Empty(after.Slips);
            if (before.State != after.State) return;
            Assert.Equal(before.Tables, after.Tables);
            Assert.Equal(before.Questions.Select(one => one.Id), after.Questions.Select(one => one.Id));
        });

    [Fact]
    public void What_two_keepers_have_agreed_to_stays_as_it_is() => Walk((before, step, after) =>
    {
        foreach (var question in before.Questions)
        {
            var now = after.Find(question.Id)!;
            Assert.True(Order.IndexOf(now.State) >= Order.IndexOf(question.State));
            Assert.Equal(question.WasOpened, question.WasOpened && now.WasOpened);
            if (question.State == QuestionState.Draft || step.Act == Act.TakingOut) continue;
            Assert.Same(question.Asks, now.Asks);
        }
        Assert.All(after.Questions, one => Assert.True(one.State is QuestionState.Draft or QuestionState.Closed
            || one.ReadyFor.Distinct().Count() == 2));
    });

    [Fact]
    public void Entries_are_only_added_and_nobody_is_counted_who_does_not_sit_there() => Walk((before, step, after) =>
    {
        var kept = after.Tallies.Take(before.Tallies.Length).ToList();
        Assert.Equal(before.Tallies.Select(one => one.Id), kept.Select(one => one.Id));
        Assert.Equal(before.Tallies.Select(one => one.Counted), kept.Select(one => one.Counted));
        foreach (var table in after.Tables)
        {
            foreach (var question in after.Tallies.GroupBy(one => one.Question))
            {
                var standing = Entries.Standing([.. question.Where(one => one.Counted.TableId == table.Id)]);
                Assert.All(standing, one => Assert.True(one.Counted.Present <= table.Present));
            }
            var spent = after.Slips.Where(slip => slip.Table == table.Id).GroupBy(slip => slip.Question);
            Assert.All(spent, slips => Assert.True(slips.Count() <= table.Present));
        }
    });

    [Fact]
    public void Nobody_is_shown_anything_of_a_question_before_it_is_closed() => Walk((_, _, after) =>
    {
        foreach (var question in after.Questions.Where(one => one.State != QuestionState.Closed))
        {
            foreach (var by in (Caller[])[ByLead, BySam, ByCoordinator])
            {
                Assert.True(after.ResultOf(question.Id, by).Refused(out var refusal, out _));
                Assert.Contains(refusal, Unseen);
                Assert.True(after.ReleasedOf(question.Id, by).Refused(out refusal, out _));
                Assert.Contains(refusal, Unseen);
            }
        }
    });

    [Fact]
    public void A_slip_has_one_voice_for_each_question_and_no_figures_are_of_more_people_than_there_are() =>
        Walk((_, _, after) =>
        {
            var voices = after.Slips.Select(slip => (slip.Question, slip.Mark)).ToList();
            Assert.Equal(voices.Distinct(), voices);
            foreach (var question in after.Questions.Where(one => one is { State: QuestionState.Closed }))
            {
                if (after.ResultOf(question.Id, ByLead).Refused(out _, out var result)) continue;
                Assert.InRange(result.People ?? 0, 0, after.Tables.Sum(table => table.Present));
                Assert.InRange(result.TablesIn, 0, question.Tables.Length);
            }
        });

    [Fact]
    public void Taking_a_table_away_changes_nothing_but_how_many_are_missing() => Walk((before, step, after) =>
    {
        if (after.TakenAway.Length <= before.TakenAway.Length) return;
        var away = after.TakenAway[^1].Id;
        Assert.Equal(before.Tallies, after.Tallies);
        foreach (var question in after.Questions.Where(one => one.State == QuestionState.Closed))
        {
            if (before.ResultOf(question.Id, ByLead).Refused(out _, out var was)) continue;
            var result = after.ResultOf(question.Id, ByLead).Yes();
            var asked = was.TablesAsked - (question.Tables.Contains(away) && question.HasSheet ? 1 : 0);
            Assert.Equal(was.Options, result.Options);
            Assert.Equal(was with { TablesAsked = asked, Options = result.Options }, result with
            {
                Conditions = was.Conditions,
            });
        }
    });

    [Fact]
    public void What_anybody_was_told_is_never_told_otherwise() => Walk((before, _, after) =>
    {
        Assert.Equal(before.Released, after.Released.Take(before.Released.Length));
        Assert.Equal(after.Released.DistinctBy(one => one.Question), after.Released);
        Assert.Same(after, after.Release(Rule));
    });

    [Fact]
    public void A_morning_forgets_who_comes_from_the_second_day_on_and_nothing_else() => Walk((before, step, after) =>
    {
        if (step.Act != Act.OfMornings) return;
        Assert.True(step.At >= London.StartOf(APlan.HeldOn.AddDays(2)));
        Assert.All(after.Keepers, keeper => Assert.Null(keeper.Coming));
        Assert.True(PeerNetJson.Same(before with { Keepers = after.Keepers }, after));
        Assert.Equal(
            before.Keepers.Select(one => (one.Group, one.Member, one.State)),
            after.Keepers.Select(one => (one.Group, one.Member, one.State)));
    });

    [Fact]
    public void Whoever_is_no_keeper_changes_nothing_and_whoever_is_erased_is_forgotten() =>
        Walk((before, step, after) =>
        {
            var isKeeper = before.Keepers.Any(keeper => keeper.Is(step.By));
            if (step.Act == Act.OfKeepers && !isKeeper)
                Assert.True(step.By == ByCoordinator && after.State == GatheringState.Cancelled, step.Name);
            if (step.Act == Act.TakingOut) Assert.True(isKeeper || step.By == ByCoordinator);
            if (step.Erased is { } person) Assert.False(after.Names(person));
        });

    private static readonly Refusal[] Unseen = [GatheringRefusals.StillOpen, GatheringRefusals.QuestionNotFound];
}
