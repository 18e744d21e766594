using CsCheck;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Which numbers about people may leave an area.</summary>
public sealed class DisclosureRuleTests
{
    private static readonly DisclosureRule Rule = new(new DisclosureTerms());

    private static readonly Gen<FigureMonth> Months =
        Gen.Int.Select(seed => ReleasedNetwork.Year(new Random(seed))[^1]);

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    public void Eight_people_are_enough_and_numbers_are_rounded_to_five(int people, int? published) =>
        Assert.Equal(published, Released(people, [2, 2, 2, 1]).People);

    [Fact]
    public void Three_groups_are_too_few()
    {
        Assert.Equal(HeldBackBecause.TooFewGroups, Decided(20, [7, 7, 6]).Because);
        Assert.Null(Decided(20, [5, 5, 5, 5]).Because);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(4, true)]
    public void A_group_with_over_sixty_per_cent_of_the_lowest_possible_number_is_too_large(int largest, bool isSafe) =>
        Assert.Equal(isSafe, Decided(10, [largest, 2, 2, 2]).Because is null);

    [Fact]
    public void A_cell_without_anybody_is_held_back_like_any_other()
    {
        var table = Rule.Release(new(0, 0, []));
        Assert.All(table.People, cell => Assert.Equal((null, true), (cell.People, cell.HeldBack)));
        Assert.Equal(Enum.GetValues<ReleasedAudience>(), table.People.Select(cell => cell.For));
        Assert.Null(table.SumOfPublished);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, 4)]
    public void Counts_of_groups_and_meetings_are_exact_once_four_groups_met(int met, int? published)
    {
        var table = Rule.Release(new(met, met * 3, []));
        Assert.Equal((published, published * 3), (table.GroupsThatMet, table.MeetingsHeld));
    }

    [Fact]
    public void If_too_little_is_left_the_smallest_published_number_is_held_back_too()
    {
        var decided = Rule.Decide([
            new(ReleasedAudience.Everybody, 40, [10, 10, 10, 10]),
            new(ReleasedAudience.Women, 20, [5, 5, 5, 5]),
            new(ReleasedAudience.Men, 3, [2, 1])]);
        Assert.Equal(
            [null, HeldBackBecause.ProtectsOthers, HeldBackBecause.TooFewPeople],
            decided.Take(3).Select(cell => cell.Because));
    }

    [Fact]
    public void If_nothing_is_held_back_nothing_needs_protection()
    {
        var everyAudience = Enum.GetValues<ReleasedAudience>().Select(audience => Large(audience, 50));
        Assert.All(Rule.Decide([.. everyAudience]), cell => Assert.Null(cell.Because));
    }

    [Fact]
    public void A_single_number_is_never_held_back_alone()
    {
        var others = Enum.GetValues<ReleasedAudience>().Skip(1).Select(audience => Large(audience, 50));
        var decided = Rule.Decide([new(ReleasedAudience.Everybody, 12, [7, 2, 2, 1]), .. others]);
        Assert.Equal(HeldBackBecause.OneGroupTooLarge, decided[0].Because);
        Assert.Single(decided, cell => cell.Because == HeldBackBecause.ProtectsOthers);
    }

    [Fact]
    public void What_is_published_stands_for_enough_people_and_totals_add_up()
    {
        Months.Sample(month =>
        {
            var table = Rule.Release(month);
            foreach (var cell in table.People.Where(one => one.People is not null))
            {
                var exact = month.Cells[(int)cell.For];
                Assert.InRange(exact.People, Math.Max(8, cell.People!.Value - 2), cell.People.Value + 2);
                Assert.Equal(0, cell.People % 5);
                Assert.True(exact.Groups.Length >= 4 && exact.Largest * 100 <= exact.People * 60);
            }
            Assert.All(table.People, cell => Assert.Equal(cell.HeldBack, cell.People is null));
            var published = table.People.Where(cell => !cell.HeldBack).ToList();
            Assert.Equal(published.Count == 0 ? null : published.Sum(cell => cell.People), table.SumOfPublished);
        });
    }

    [Fact]
    public void What_is_held_back_is_safe_together_unless_nothing_is_published()
    {
        Months.Sample(month =>
        {
            var decided = Rule.Decide(month.Cells);
            if (decided.All(cell => cell.Because is not null)) return;
            var rest = decided.Where(cell => cell.Because is not null).Select(cell => cell.Cell).ToList();
            if (rest.Count == 0) return;
            Assert.True(rest.Count > 1 && rest.Sum(cell => cell.People) >= 8);
            Assert.True(rest.Sum(cell => cell.Groups.Length) >= 4);
            Assert.True(rest.Max(cell => cell.Largest) * 100 <= rest.Sum(cell => cell.People) * 60);
        });
    }

    [Fact]
    public void The_order_of_cells_changes_nothing()
    {
        Months.Sample(month => Assert.Equal(
            Rule.Release(month).People,
            Rule.Release(month with { Cells = [.. month.Cells.Reverse()] }).People));
    }

    private static CellDecision Decided(int people, int[] groups) =>
        Rule.Decide([new(ReleasedAudience.Everybody, people, [.. groups]), .. Hidden])[0];

    private static ReleasedCell Released(int people, int[] groups) =>
        Rule.Release(new(9, 9, [new(ReleasedAudience.Everybody, people, [.. groups]), .. Hidden])).People[0];

    private static FigureCell Large(ReleasedAudience audience, int people) =>
        new(audience, people, [people / 5, people / 5, people / 5, people / 5, people / 5]);

    // Enough that is held back anyway, so that nothing has to protect it.
    private static readonly FigureCell[] Hidden =
    [
        new(ReleasedAudience.Men, 9, [3, 3, 3]), new(ReleasedAudience.Carers, 9, [3, 3, 3]),
    ];
}
