using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Growth;

/// <summary>
/// What an area counts for a month that it is about to release; <c>docs/figures-released.md</c> defines each number.
/// </summary>
/// <param name="StartsOn">The first day of the month.</param>
/// <param name="Month">The exact numbers, to which the rule is applied.</param>
/// <param name="Totals">The totals by which a later correction is noticed.</param>
internal sealed record CountedMonth(DateOnly StartsOn, FigureMonth Month, MonthTotals Totals)
{
    private static readonly Dictionary<string, ReleasedAudience> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["women"] = ReleasedAudience.Women,
        ["men"] = ReleasedAudience.Men,
        ["lgbtq"] = ReleasedAudience.Lgbtq,
        ["carers"] = ReleasedAudience.Carers,
        ["young-adults"] = ReleasedAudience.YoungAdults,
    };

    /// <summary>Counts a month from what each group held in it.</summary>
    public static CountedMonth Of(DateOnly startsOn, IEnumerable<GroupMonth> groups)
    {
        var met = groups.Where(group => !group.Held.IsEmpty).ToList();
        var totals = met.Select(group => group.Totals).Aggregate(MonthTotals.None, (sum, one) => sum.Plus(one));
        var cells = met.GroupBy(group => group.For).Select(Cell);
        return new(startsOn, new(totals.Active, totals.Held, [.. cells]), totals);
    }

    /// <summary>The audience of a group that names these words.</summary>
    public static ReleasedAudience AudienceOf(ImmutableArray<string> words)
    {
        if (words.IsDefaultOrEmpty) return ReleasedAudience.Everybody;
        return words is [var word] ? Named.GetValueOrDefault(word, ReleasedAudience.Others) : ReleasedAudience.Others;
    }

    private static FigureCell Cell(IGrouping<ReleasedAudience, GroupMonth> groups)
    {
        var named = groups.SelectMany(group => group.Named).Distinct().Count();
        return new(
            groups.Key,
            named + groups.Sum(group => group.WithoutName),
            [.. groups.Select(group => group.People).Where(people => people > 0)]);
    }
}

/// <summary>What one group held in a month.</summary>
/// <param name="For">Whom the group is for.</param>
/// <param name="Held">The meetings of the month that were held.</param>
internal sealed record GroupMonth(ReleasedAudience For, ImmutableArray<HeldMeeting> Held)
{
    /// <summary>The people with a name who came.</summary>
    public ImmutableHashSet<MemberId> Named { get; } = [.. Held.SelectMany(one => one.Present)];

    /// <summary>The most people without a name, or with a word only, whom it counted at one meeting.</summary>
    public int WithoutName { get; } =
        Held.Select(one => one.Unnamed.Total + one.Named - one.Present.Length).DefaultIfEmpty().Max();

    /// <summary>Everyone who came.</summary>
    public int People => Named.Count + WithoutName;

    /// <summary>Its part of the totals.</summary>
    public MonthTotals Totals =>
        new(1, Held.Length, Held.Sum(one => one.Named), Held.Sum(one => one.Unnamed.Total), Named.Count);
}

/// <summary>
/// A month's totals, as the area's figures have them; nothing that later happens to a group or a person changes them.
/// </summary>
internal sealed record MonthTotals(int Active, int Held, int Named, int Unnamed, int Different)
{
    /// <summary>The totals of a month in which nothing happened.</summary>
    public static MonthTotals None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The totals in an area's figures.</summary>
    public static MonthTotals Of(Figures figures)
    {
        var people = figures.People;
        return new(figures.Groups.Active, figures.Meetings.Held, people.Named, people.Unnamed, people.Different);
    }

    /// <summary>These totals with others added.</summary>
    public MonthTotals Plus(MonthTotals other)
    {
        return new(
            Active + other.Active, Held + other.Held, Named + other.Named, Unnamed + other.Unnamed,
            Different + other.Different);
    }
}
