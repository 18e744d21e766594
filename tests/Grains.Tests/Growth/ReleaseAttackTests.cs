using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>What curious readers learn from a year of releases, by the rule and by rules broken on purpose.</summary>
public sealed class ReleaseAttackTests
{
    private const int Networks = 10_000, Fewer = 300, Areas = 3;

    private static readonly DisclosureRule Rule = new(new DisclosureTerms());

    [Fact]
    public void A_year_of_ten_thousand_networks_gives_nothing_away()
    {
        var attacker = Attack(Rule.Release, Networks);
        Assert.Equal(0, attacker.Findings);
        Assert.True(attacker.Seen.Published > Networks, $"Only {attacker.Seen.Published} numbers were published.");
        Assert.True(attacker.Seen.HeldBack > Networks, $"Only {attacker.Seen.HeldBack} numbers were held back.");
    }

    [Fact]
    public void Without_rounding_every_number_is_known() =>
        Assert.NotEqual(0, Attack(RuleOf(new() { RoundTo = 1 }), Fewer).Recovered);

    [Fact]
    public void Rounding_to_less_than_five_narrows_numbers() =>
        Assert.NotEqual(0, Attack(RuleOf(new() { RoundTo = 3 }), Fewer).Narrowed);

    [Fact]
    public void Few_people_published_are_known_too_closely() =>
        Assert.NotEqual(0, Attack(RuleOf(new() { MinPeople = 1, RoundTo = 2 }), Fewer).Narrowed);

    [Fact]
    public void Of_three_groups_two_leads_single_out_the_third() =>
        Assert.NotEqual(0, Attack(RuleOf(new() { MinGroups = 3 }), Fewer).SingledOut);

    [Fact]
    public void A_lead_of_nearly_everybody_knows_how_few_others_came() =>
        Assert.NotEqual(0, Attack(RuleOf(new() { MaxSharePercent = 100 }), Fewer).FewOthers);

    [Fact]
    public void A_share_of_the_exact_number_tells_the_largest_group_more_than_the_rounded_one() =>
        Assert.NotEqual(0, Attack(JudgedExactly, Fewer).Recovered);

    [Fact]
    public void Without_holding_back_others_a_known_total_leaves_too_little() =>
        Assert.NotEqual(0, Attack(WithoutProtectingOthers, Fewer).Narrowed);

    [Fact]
    public void An_exact_total_tells_of_what_is_held_back() =>
        Assert.NotEqual(0, Attack(month => WithTotal(month, Exact(month)), Fewer).TotalsThatTell);

    [Fact]
    public void A_total_rounded_from_the_truth_tells_of_what_is_held_back() =>
        Assert.NotEqual(0, Attack(month => WithTotal(month, (Exact(month) + 2) / 5 * 5), Fewer).TotalsThatTell);

    [Fact]
    public void A_number_that_is_held_back_is_not_a_zero() =>
        Assert.NotEqual(0, Attack(month => Replace(month, (cell, _) => WithZero(cell)), Fewer).Untrue);

    [Fact]
    public void A_true_zero_that_is_published_is_noticed() =>
        Assert.NotEqual(0, Attack(month => Replace(month, WithTrueZero), Fewer).Untrue);

    [Fact]
    public void A_release_that_changes_after_an_erasure_tells_of_it() =>
        Assert.NotEqual(0, Attack(Rule.Release, Fewer, isFrozen: false).Changed);

    private static ReleaseAttacker Attack(
        Func<FigureMonth, ReleasedTable> release, int networks, bool isFrozen = true)
    {
        var attacker = new ReleaseAttacker();
        var random = new Random(20261127);
        for (var area = 0; area < networks * Areas; area++)
        {
            ReleasedTable? before = null;
            foreach (var month in ReleasedNetwork.Year(random))
            {
                var table = release(month);
                attacker.Read(month, table);
                if (before is not null) attacker.Compare(before, table);
                var erased = ReleasedNetwork.WithoutOne(month, random.Next(table.People.Length));
                attacker.ReadAgain(table, isFrozen ? table : release(erased));
                before = table;
            }
        }
        return attacker;
    }

    private static Func<FigureMonth, ReleasedTable> RuleOf(DisclosureTerms terms) => new DisclosureRule(terms).Release;

    private static int Exact(FigureMonth month) => month.Cells.Sum(cell => cell.People);

    private static ReleasedTable WithTotal(FigureMonth month, int total) =>
        Rule.Release(month) with { SumOfPublished = total };

    private static ReleasedTable Replace(FigureMonth month, Func<ReleasedCell, FigureCell, ReleasedCell> replace)
    {
        var table = Rule.Release(month);
        var people = table.People.Select(cell => replace(cell, month.Cells[(int)cell.For])).ToList();
        return table with { People = [.. people], SumOfPublished = people.Sum(cell => cell.People) };
    }

    private static ReleasedCell WithZero(ReleasedCell cell) => cell with { People = cell.People ?? 0 };

    private static ReleasedCell WithTrueZero(ReleasedCell cell, FigureCell exact) =>
        exact.People == 0 ? new(cell.For, 0, HeldBack: false) : cell;

    private static ReleasedTable WithoutProtectingOthers(FigureMonth month)
    {
        var protecting = Rule.Decide(month.Cells).Where(cell => cell.Because == HeldBackBecause.ProtectsOthers)
            .Select(cell => cell.Cell.For).ToHashSet();
        return Replace(month, (cell, exact) => protecting.Contains(cell.For) ? Shown(exact) : cell);
    }

    private static ReleasedTable JudgedExactly(FigureMonth month) =>
        Replace(month, (cell, exact) => IsSafeExactly(exact) ? Shown(exact) : cell);

    private static bool IsSafeExactly(FigureCell cell) =>
        cell.People >= 8 && cell.Groups.Length >= 4 && cell.Largest * 100 <= cell.People * 60;

    private static ReleasedCell Shown(FigureCell exact) => new(exact.For, (exact.People + 2) / 5 * 5, HeldBack: false);
}
