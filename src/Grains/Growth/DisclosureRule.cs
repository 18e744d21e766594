using System.Collections.Immutable;
using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Growth;

/// <summary>
/// Decides which numbers about people may leave the area. Pure: <c>docs/figures-released.md</c> has the reasons, and
/// the tests attack what it publishes.
/// </summary>
internal sealed record DisclosureRule(DisclosureTerms Terms)
{
    private static readonly ReleasedAudience[] Audiences = Enum.GetValues<ReleasedAudience>();

    /// <summary>The table that the area may publish about a month.</summary>
    public ReleasedTable Release(FigureMonth month)
    {
        var cells = Decide(month.Cells);
        var published = cells.Where(cell => cell.Because is null).ToList();
        // The count of meetings alone would say that nobody came, if there were none.
        var enoughMet = month.GroupsThatMet >= Terms.MinGroups;
        return new()
        {
            Rule = Terms,
            GroupsThatMet = enoughMet ? month.GroupsThatMet : null,
            MeetingsHeld = enoughMet ? month.MeetingsHeld : null,
            People = [.. cells.Select(Released)],
            SumOfPublished = published.Count > 0 ? published.Sum(cell => Rounded(cell.Cell.People)) : null,
        };
    }

    /// <summary>Why each cell is held back, or that it is not; one for each audience, in order.</summary>
    public ImmutableArray<CellDecision> Decide(ImmutableArray<FigureCell> cells)
    {
        var all = Audiences
            .Select(audience => cells.FirstOrDefault(cell => cell.For == audience) ?? new(audience, 0, []))
            .ToList();
        var reasons = ReasonsToHoldBack([.. all.Select(cell => cell.Counted)]);
        return [.. all.Zip(reasons, (cell, because) => new CellDecision(cell, because))];
    }

    /// <summary>
    /// Why each of several counts is held back, or null, where nobody is in two of them: what is held back has to be
    /// safe together.
    /// </summary>
    public ImmutableArray<HeldBackBecause?> ReasonsToHoldBack(ImmutableArray<PeopleCount> counts)
    {
        var reasons = counts.Select(ReasonToHoldBack).ToArray();
        while (reasons.Any(one => one is null) && !IsSafe([.. counts.Where((_, place) => reasons[place] is not null)]))
        {
            var smallest = counts.Index().Where(one => reasons[one.Index] is null).MinBy(one => one.Item.People);
            reasons[smallest.Index] = HeldBackBecause.ProtectsOthers;
        }
        return [.. reasons];
    }

    /// <summary>Why a count is held back by itself, or null.</summary>
    // Judged by the lowest number that the rounded one can stand for: judged by the exact number, publishing it would
    // tell the largest group more than the rounded number does, and sometimes everything.
    public HeldBackBecause? ReasonToHoldBack(PeopleCount count)
    {
        var lowest = Rounded(count.People) - (Terms.RoundTo / 2);
        if (lowest < Terms.MinPeople) return HeldBackBecause.TooFewPeople;
        if (count.Groups.Length < Terms.MinGroups) return HeldBackBecause.TooFewGroups;
        return Exceeds(count.Largest, lowest) ? HeldBackBecause.OneGroupTooLarge : null;
    }

    /// <summary>A number as it is published, unless it is held back.</summary>
    public int Rounded(int people) => (people + (Terms.RoundTo / 2)) / Terms.RoundTo * Terms.RoundTo;

    // Someone may know the area's exact total from elsewhere. Less the published cells, it leaves the rest: so the rest
    // has to be safe by itself, and no single cell.
    private bool IsSafe(ImmutableArray<PeopleCount> rest)
    {
        if (rest.IsEmpty) return true;
        var people = rest.Sum(count => count.People);
        return rest.Length > 1
            && people >= Terms.MinPeople
            && rest.Sum(count => count.Groups.Length) >= Terms.MinGroups
            && !Exceeds(rest.Max(count => count.Largest), people);
    }

    private bool Exceeds(int group, int people) => group * 100L > people * (long)Terms.MaxSharePercent;

    private ReleasedCell Released(CellDecision decision)
    {
        int? people = decision.Because is null ? Rounded(decision.Cell.People) : null;
        return new(decision.Cell.For, people, HeldBack: people is null);
    }
}

/// <summary>What an area knows of a month, before the rule is applied.</summary>
internal sealed record FigureMonth(int GroupsThatMet, int MeetingsHeld, ImmutableArray<FigureCell> Cells);

/// <summary>The people who came to the groups of one audience, exactly.</summary>
/// <param name="For">The audience.</param>
/// <param name="People">The number of different people.</param>
/// <param name="Groups">The number of people of each group to which anybody came.</param>
internal sealed record FigureCell(ReleasedAudience For, int People, ImmutableArray<int> Groups)
{
    /// <summary>The people, whatever the audience.</summary>
    public PeopleCount Counted => new(People, Groups);

    /// <summary>The number of people of its largest group.</summary>
    public int Largest => Counted.Largest;
}

/// <summary>People who are counted together, exactly.</summary>
/// <param name="People">The number of different people.</param>
/// <param name="Groups">The number of people of each group that has any.</param>
internal sealed record PeopleCount(int People, ImmutableArray<int> Groups)
{
    /// <summary>The number of people of its largest group.</summary>
    public int Largest => Groups.IsEmpty ? 0 : Groups.Max();
}

/// <summary>A cell, and why it is held back, if it is.</summary>
internal sealed record CellDecision(FigureCell Cell, HeldBackBecause? Because);
