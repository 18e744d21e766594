using System.Collections.Immutable;
using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>What an area keeps of the months that its neighbours have released.</summary>
public sealed class KeptReleasesTests
{
    private static readonly AreaId West = new("west-sussex"), North = new("north-sussex");
    private static readonly DateOnly October = new(2026, 10, 1), November = new(2026, 11, 1);
    private static readonly DateTimeOffset Now = London.StartOf(new(2026, 12, 20)).AddHours(9);
    private static readonly DisclosureRule Rule = new(new());

    /// <summary>Releases that no area which follows the rule would make.</summary>
    public static TheoryData<string> Faults => [.. Broken.Keys];

    private static Dictionary<string, Func<ReleasedMonth, ReleasedMonth>> Broken { get; } = new()
    {
        ["not a month"] = month => month with { StartsOn = new(2026, 10, 2), ReleasedOn = new(2026, 12, 1) },
        ["last century"] = month => month with { StartsOn = new(1999, 12, 1) },
        ["the end of time"] = month => month with { StartsOn = new(9999, 12, 1) },
        ["released too early"] = month => month with { ReleasedOn = new(2026, 11, 7) },
        ["released in the future"] = month => month with { ReleasedOn = new(2026, 12, 22) },
        ["noted before its release"] = month => month with { CorrectionsNotedOn = [new(2026, 11, 8)] },
        ["noted in the future"] = month => month with { CorrectionsNotedOn = [new(2026, 12, 22)] },
        ["noted twice on a day"] = month =>
            month with { CorrectionsNotedOn = [new(2026, 12, 8), new(2026, 12, 8)] },
        ["rule of version 0"] = Ruled(rule => rule with { Version = 0 }),
        ["too few people"] = Ruled(rule => rule with { MinPeople = 7 }),
        ["too few groups"] = Ruled(rule => rule with { MinGroups = 3 }),
        ["too large a share"] = Ruled(rule => rule with { MaxSharePercent = 61 }),
        ["no share"] = Ruled(rule => rule with { MaxSharePercent = 0 }),
        ["hardly rounded"] = Ruled(rule => rule with { RoundTo = 4 }),
        ["rounded to nothing"] = month => Hidden(month, rule => rule with { RoundTo = 1001 }),
        ["a note where nothing is published"] = month => Hidden(month) with { CorrectionsNotedOn = [new(2026, 12, 8)] },
        ["meetings alone, without people"] = month => Hidden(month, meetings: 40),
        ["not rounded"] = Celled(0, cell => cell with { People = 61 }),
        ["five people"] = Celled(0, cell => cell with { People = 5 }),
        ["a zero"] = Celled(1, cell => cell with { People = 0, HeldBack = false }),
        ["a held back number"] = Celled(0, cell => cell with { HeldBack = true }, sum: null),
        ["nothing and not held back"] = Celled(1, cell => cell with { HeldBack = false }),
        ["too many people"] = Celled(0, cell => cell with { People = 1_000_005 }),
        ["an audience twice"] = Celled(1, cell => cell with { For = ReleasedAudience.Everybody }),
        ["no audience"] = Tabled(table => table with { People = [] }),
        ["another sum"] = Tabled(table => table with { SumOfPublished = 65 }),
        ["no sum"] = Tabled(table => table with { SumOfPublished = null }),
        ["groups alone"] = Tabled(table => table with { MeetingsHeld = null }),
        ["meetings alone"] = Tabled(table => table with { GroupsThatMet = null }),
        ["people without groups"] = Tabled(table => table with { GroupsThatMet = null, MeetingsHeld = null }),
        ["three groups"] = Tabled(table => table with { GroupsThatMet = 3 }),
        ["fewer meetings than groups"] = Tabled(table => table with { MeetingsHeld = 11 }),
        ["one number held back alone"] = Tabled(table => table with
        {
            People = [.. table.People.Select((cell, place) => place == 1 ? cell : cell with
            {
                People = 20, HeldBack = false,
            })],
            SumOfPublished = 120, GroupsThatMet = 40, MeetingsHeld = 40,
        }),
    };

    /// <summary>Releases at the edges of what the rule allows.</summary>
    public static TheoryData<string> Edges => [.. JustAllowed.Keys];

    private static Dictionary<string, Func<ReleasedMonth, ReleasedMonth>> JustAllowed { get; } = new()
    {
        ["released tomorrow"] = month => month with { ReleasedOn = new(2026, 12, 21) },
        ["noted tomorrow"] = month => month with { CorrectionsNotedOn = [new(2026, 12, 21)] },
        ["as many notes as can be"] = month => month with { CorrectionsNotedOn = Days(ReleasedMonth.MaxNotes) },
        ["as strict as can be"] = month => Hidden(
            month, _ => new(MinPeople: 1000, MinGroups: 1000, MaxSharePercent: 1, RoundTo: 1000)),
        ["ten people, who may be eight"] = Celled(0, cell => cell with { People = 10 }),
        ["a million people"] = Celled(0, cell => cell with { People = 1_000_000 }),
        ["four groups"] = Tabled(table => table with { GroupsThatMet = 4 }),
        ["as many meetings as groups"] = Tabled(table => table with { MeetingsHeld = 12 }),
        ["a million meetings"] = Tabled(table => table with { MeetingsHeld = 1_000_000 }),
    };

    [Fact]
    public void Neighbours_are_kept_by_name_whichever_of_them_answered_first()
    {
        AreaId[] answered = [West, North];
        Assert.Equal([North, West], Kept(answered));
        Assert.Equal([North, West], Kept(answered.Reverse()));

        static IEnumerable<AreaId> Kept(IEnumerable<AreaId> answered)
        {
            return answered.Aggregate(new KeptReleases(), (kept, area) => kept.Take(area, [Month(October)], Now))
                .Areas.Select(one => one.Area);
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_month_that_the_rule_cannot_have_made_is_refused_and_the_others_are_kept(string fault)
    {
        var kept = new KeptReleases().Take(West, [Month(October)], Now);
        var broken = Broken[fault](Month(October));
        Assert.Equal(MonthFault.NotByTheRule, kept.FaultOf(North, broken, Now));
        var next = kept.Take(North, [broken, Month(November)], Now);
        Assert.Equal([November], Months(next, North));
        Assert.Contains(kept.Areas[0], next.Areas);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void What_the_rule_just_allows_is_kept(string edge) =>
        Assert.Null(ReleaseCheck.FaultOf(JustAllowed[edge](Month(October)), Now));

    [Fact]
    public void A_month_by_a_newer_rule_waits_for_an_upgrade()
    {
        var newer = Ruled(rule => rule with { Version = 2 })(Month(October));
        Assert.Equal(MonthFault.NewerRule, new KeptReleases().FaultOf(West, newer, Now));
        Assert.Empty(new KeptReleases().Take(West, [newer], Now).Areas);
    }

    [Fact]
    public void What_is_kept_is_never_replaced_by_another_release_of_the_same_month()
    {
        var kept = new KeptReleases().Take(West, [Month(October)], Now);
        foreach (var other in (ReleasedMonth[])[
            Month(October, 80), Month(October) with { ReleasedOn = new(2026, 11, 9) },
            Tabled(table => table with { MeetingsHeld = 41 })(Month(October)),
            Tabled(table => table with { People = Moved(table.People) })(Month(October)),
            Ruled(rule => rule with { MinPeople = 9 })(Month(October))])
        {
            Assert.Equal(MonthFault.Different, kept.FaultOf(West, other, Now));
            Assert.Same(kept, kept.Take(West, [other], Now));
        }
        Assert.Null(kept.FaultOf(North, Month(October, 80), Now));
    }

    [Fact]
    public void The_same_month_again_changes_nothing_and_its_notes_are_only_added_to()
    {
        var kept = new KeptReleases().Take(West, [Month(October)], Now);
        Assert.Same(kept, kept.Take(West, [Month(October)], Now));
        var noted = kept.Take(West, [Noted(8, 10)], Now);
        Assert.Equal([new(2026, 12, 8), new(2026, 12, 10)], noted.Areas[0].Months[0].CorrectionsNotedOn);
        Assert.Same(noted, noted.Take(West, [Month(October)], Now));
        Assert.Same(noted, noted.Take(West, [Noted(8)], Now));
        Assert.Same(noted, noted.Take(West, [Noted(9, 10, 11)], Now));
        Assert.Equal(3, noted.Take(West, [Noted(8, 10, 12)], Now).Areas[0].Months[0].CorrectionsNotedOn.Length);
    }

    [Fact]
    public void Months_are_kept_in_order_whatever_order_they_arrive_in()
    {
        var kept = new KeptReleases().Take(West, [Month(November)], Now).Take(West, [Month(October)], Now);
        Assert.Equal([October, November], Months(kept, West));
    }

    [Fact]
    public void No_more_than_a_century_is_kept()
    {
        ImmutableArray<ReleasedMonth> many =
            [.. Enumerable.Range(0, NeighbourReleases.MaxMonths + 5)
                .Select(n => Month(new DateOnly(2000, 1, 1).AddMonths(n)))];
        var later = London.StartOf(new(2200, 1, 1));
        var kept = new KeptReleases().Take(West, many, later);
        Assert.Equal(NeighbourReleases.MaxMonths, kept.Areas[0].Months.Length);
        Assert.Equal(MonthFault.TooMany, kept.FaultOf(West, many[^1], later));
    }

    [Fact]
    public void Whatever_the_rule_makes_passes_the_check()
    {
        Gen.Int.Select(seed => ReleasedNetwork.Year(new Random(seed))[^1]).Sample(month =>
        {
            var released = new ReleasedMonth(October, new(2026, 11, 8), Rule.Release(month));
            Assert.Null(ReleaseCheck.FaultOf(released, Now));
        });
    }

    // The same sum, of other people.
    private static ImmutableArray<ReleasedCell> Moved(ImmutableArray<ReleasedCell> people)
    {
        return people.SetItem(0, people[0] with { People = null, HeldBack = true })
            .SetItem(1, people[1] with { People = people[0].People, HeldBack = false });
    }

    private static ImmutableArray<DateOnly> Days(int many) =>
        [.. Enumerable.Range(1, many).Select(days => new DateOnly(2026, 11, 9).AddDays(days))];

    private static ReleasedMonth Noted(params int[] days) =>
        Month(October) with { CorrectionsNotedOn = [.. days.Select(day => new DateOnly(2026, 12, day))] };

    private static IEnumerable<DateOnly> Months(KeptReleases kept, AreaId area) =>
        kept.Areas.Single(one => one.Area == area).Months.Select(one => one.StartsOn);

    private static ReleasedMonth Month(DateOnly startsOn, int people = 60)
    {
        int[] five = [people / 5, people / 5, people / 5, people / 5, people / 5];
        var counted = new FigureMonth(12, 40,
        [
            new(ReleasedAudience.Everybody, people, [.. five]),
            new(ReleasedAudience.Women, 6, [3, 3]), new(ReleasedAudience.Men, 6, [3, 3]),
        ]);
        return new(startsOn, startsOn.AddMonths(1).AddDays(7), Rule.Release(counted));
    }

    private static Func<ReleasedMonth, ReleasedMonth> Tabled(Func<ReleasedTable, ReleasedTable> change) =>
        month => month with { Table = change(month.Table) };

    private static Func<ReleasedMonth, ReleasedMonth> Ruled(Func<DisclosureTerms, DisclosureTerms> change) =>
        Tabled(table => table with { Rule = change(table.Rule) });

    private static Func<ReleasedMonth, ReleasedMonth> Celled(
        int place, Func<ReleasedCell, ReleasedCell> change, int? sum = -1)
    {
        return Tabled(table =>
        {
            var people = table.People.SetItem(place, change(table.People[place]));
            return table with { People = people, SumOfPublished = sum == -1 ? people.Sum(cell => cell.People) : sum };
        });
    }

    private static ReleasedMonth Hidden(
        ReleasedMonth month, Func<DisclosureTerms, DisclosureTerms>? change = null, int? meetings = null)
    {
        var table = Rule.Release(new(0, 0, []));
        var rule = change is null ? table.Rule : change(table.Rule);
        return month with { Table = table with { Rule = rule, MeetingsHeld = meetings } };
    }
}
