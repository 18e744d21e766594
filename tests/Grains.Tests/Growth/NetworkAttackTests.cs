using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>
/// What curious readers learn from what three areas have released after a year with corrections, and from the network's
/// sums; by the real records, and by ones broken on purpose.
/// </summary>
public sealed class NetworkAttackTests
{
    private const int Networks = 10_000, Fewer = 200, Months = 12;

    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DisclosureRule Rule = new(new());
    private static readonly ImmutableArray<AreaId> Areas =
        [new("east-sussex"), new("west-sussex"), new("north-sussex")];

    private delegate Releases Releasing(
        Releases releases, CountedMonth counted, Dictionary<DateOnly, MonthTotals> known, DateTimeOffset now);

    private delegate ImmutableArray<NetworkMonth> AddingUp(
        IReadOnlyList<NeighbourReleases> published, IReadOnlyList<ImmutableArray<FigureMonth>> truth);

    [Fact]
    public void A_year_of_ten_thousand_networks_gives_nothing_away()
    {
        var attacker = Attack(Networks);
        Assert.Equal(0, attacker.Findings);
        Assert.True(attacker.Seen.Published > Networks, $"Only {attacker.Seen.Published} numbers were published.");
        Assert.True(attacker.Seen.HeldBack > Networks, $"Only {attacker.Seen.HeldBack} numbers were held back.");
    }

    [Fact]
    public void Without_rounding_every_number_is_known() =>
        Assert.NotEqual(0, Attack(Fewer, By(new(new() { RoundTo = 1 }))).Recovered);

    [Fact]
    public void Without_holding_back_others_a_known_total_leaves_too_little() =>
        Assert.NotEqual(0, Attack(Fewer, WithoutProtectingOthers).Narrowed);

    [Fact]
    public void A_release_that_follows_a_correction_is_noticed() =>
        Assert.NotEqual(0, Attack(Fewer, ReleaseAgain).Changed);

    [Fact]
    public void A_note_on_a_month_in_which_too_few_groups_met_is_noticed() =>
        Assert.NotEqual(0, Attack(Fewer, NoteEverything).NotesThatTell);

    [Fact]
    public void A_sum_of_the_exact_numbers_is_noticed()
    {
        Assert.NotEqual(
            0, Attack(Fewer, sums: (published, truth) => Of(published, truth, exact => exact)).SumsThatTell);
    }

    [Fact]
    public void A_sum_rounded_from_the_truth_is_noticed()
    {
        Assert.NotEqual(
            0,
            Attack(Fewer, sums: (published, truth) => Of(published, truth, exact => (exact + 2) / 5 * 5)).SumsThatTell);
    }

    [Fact]
    public void A_sum_of_nothing_that_is_zero_is_noticed() =>
        Assert.NotEqual(0, Attack(Fewer, sums: (published, _) => WithZeros(published)).SumsThatTell);

    private static ReleaseAttacker Attack(int networks, Releasing? release = null, AddingUp? sums = null)
    {
        var attacker = new ReleaseAttacker();
        var random = new Random(20261127);
        for (var network = 0; network < networks; network++)
        {
            var truth = Areas.Select(_ => ReleasedNetwork.Year(random))
                .Select(year => random.Next(10) == 0 ? [.. year.Select(Small)] : year)
                .ToList();
            var published = truth.Select((year, area) => new NeighbourReleases(
                Areas[area], Publish(year, release ?? By(Rule), random, attacker))).ToList();
            var year = sums is null ? NetworkSums.Of(Areas, published) : sums(published, truth);
            foreach (var (month, sum) in year.Index())
                attacker.Subtract(sum, [.. published.Select(area => area.Months[month].Table)]);
        }
        return attacker;
    }

    /// <summary>Releases a year, in which every fifth month is corrected each month, and reads it.</summary>
    private static ImmutableArray<ReleasedMonth> Publish(
        ImmutableArray<FigureMonth> year, Releasing release, Random random, ReleaseAttacker attacker)
    {
        var releases = new Releases().Begin(January);
        var first = new List<ReleasedTable>();
        foreach (var (place, month) in year.Index())
        {
            var startsOn = January.AddMonths(place);
            var known = releases.Months.ToDictionary(
                one => one.Released.StartsOn,
                one => random.Next(5) == 0 ? one.Counted with { Named = one.Counted.Named + 1 } : one.Counted);
            var totals = new MonthTotals(month.GroupsThatMet, month.MeetingsHeld, place, 0, 0);
            var now = London.StartOf(startsOn.AddMonths(1).AddDays(7)).AddHours(1);
            releases = release(releases, new(startsOn, month, totals), known, now);
            first.Add(releases.Months[^1].Released.Table);
        }
        ImmutableArray<ReleasedMonth> published = [.. releases.Months.Select(one => one.Released)];
        Assert.Equal(Months, published.Length);
        foreach (var (place, month) in published.Index())
        {
            attacker.Read(year[place], month.Table);
            attacker.ReadNotes(month);
            attacker.ReadAgain(first[place], month.Table);
            if (place > 0) attacker.Compare(published[place - 1].Table, month.Table);
        }
        return published;
    }

    // An area with two groups.
    private static FigureMonth Small(FigureMonth month)
    {
        var cells = month.Cells.Select(cell => (int)cell.For < 2 && !cell.Groups.IsEmpty
            ? new FigureCell(cell.For, cell.Groups[0], [cell.Groups[0]])
            : new(cell.For, 0, [])).ToImmutableArray();
        var met = cells.Sum(cell => cell.Groups.Length);
        return new(met, met * 4, cells);
    }

    private static Releasing By(DisclosureRule rule) =>
        (releases, counted, known, now) => releases.Release(counted, rule, known, now);

    private static Releases WithoutProtectingOthers(
        Releases releases, CountedMonth counted, Dictionary<DateOnly, MonthTotals> known, DateTimeOffset now)
    {
        var next = releases.Release(counted, Rule, known, now);
        var shown = Rule.Decide(counted.Month.Cells)
            .Select(cell => cell.Because is null or HeldBackBecause.ProtectsOthers
                ? new ReleasedCell(cell.Cell.For, (cell.Cell.People + 2) / 5 * 5, HeldBack: false)
                : new(cell.Cell.For, null, HeldBack: true))
            .ToImmutableArray();
        var table =
            next.Months[^1].Released.Table with { People = shown, SumOfPublished = shown.Sum(cell => cell.People) };
        return With(next, next.Months.Length - 1, month => month with { Table = table });
    }

    // As if the last month but one were counted again, without somebody who was erased.
    private static Releases ReleaseAgain(
        Releases releases, CountedMonth counted, Dictionary<DateOnly, MonthTotals> known, DateTimeOffset now)
    {
        var next = releases.Release(counted, Rule, known, now);
        if (next.Months.Length == 1) return next;
        var fewer = Enumerable.Range(0, 7).Aggregate(counted.Month, ReleasedNetwork.WithoutOne);
        return With(next, next.Months.Length - 2, month => month with { Table = Rule.Release(fewer) });
    }

    private static Releases NoteEverything(
        Releases releases, CountedMonth counted, Dictionary<DateOnly, MonthTotals> known, DateTimeOffset now)
    {
        var next = releases.Release(counted, Rule, known, now);
        return With(next, 0, month => month with { CorrectionsNotedOn = [London.DayOf(now)] });
    }

    private static Releases With(Releases releases, int place, Func<ReleasedMonth, ReleasedMonth> change)
    {
        var month = releases.Months[place];
        return releases with
        {
            Months = releases.Months.SetItem(place, month with { Released = change(month.Released) }),
        };
    }

    private static ImmutableArray<NetworkMonth> Of(
        IReadOnlyList<NeighbourReleases> published, IReadOnlyList<ImmutableArray<FigureMonth>> truth,
        Func<int, int> shown)
    {
        return [.. NetworkSums.Of(Areas, published).Select((month, place) => month with
        {
            People = [.. month.People.Select(cell => cell with
            {
                People = new(shown(truth.Sum(year => year[place].Cells[(int)cell.For].People)), []),
            })],
        })];
    }

    private static ImmutableArray<NetworkMonth> WithZeros(IReadOnlyList<NeighbourReleases> published)
    {
        return [.. NetworkSums.Of(Areas, published).Select(month => month with
        {
            People = [.. month.People.Select(cell => cell with { People = new(cell.People.Sum ?? 0, []) })],
        })];
    }
}
