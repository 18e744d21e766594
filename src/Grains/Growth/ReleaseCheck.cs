using PeerNet.Calendar;
using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Growth;

/// <summary>
/// Whether a month can have been released by an area that follows the rule, as far as its numbers show. A neighbour's
/// clock may be a day ahead.
/// </summary>
internal static class ReleaseCheck
{
    private const int KnownVersion = 1, MaxThreshold = 1000, MaxNumber = 1_000_000, FirstYear = 2000;
    private static readonly ReleasedAudience[] Audiences = Enum.GetValues<ReleasedAudience>();
    private static readonly DisclosureTerms Least = new();

    /// <summary>What is wrong with the month, or null.</summary>
    public static MonthFault? FaultOf(ReleasedMonth month, DateTimeOffset now)
    {
        if (month.Table.Rule.Version > KnownVersion) return MonthFault.NewerRule;
        return HasDays(month, London.DayOf(now).AddDays(1)) && HasNumbers(month.Table) ? null : MonthFault.NotByTheRule;
    }

    /// <summary>Whether two releases of a month are the same, apart from their notes.</summary>
    public static bool IsSameAs(this ReleasedMonth month, ReleasedMonth other)
    {
        return month.StartsOn == other.StartsOn
            && month.ReleasedOn == other.ReleasedOn
            && month.Table with { People = [] } == other.Table with { People = [] }
            && month.Table.People.SequenceEqual(other.Table.People);
    }

    private static bool HasDays(ReleasedMonth month, DateOnly latest)
    {
        if (month.StartsOn.Year < FirstYear || month.StartsOn.Day != 1) return false;
        // The calendar ends, and months after its last cannot be worked out.
        if (month.StartsOn >= month.ReleasedOn || month.ReleasedOn > latest) return false;
        if (Periods.Next(month.StartsOn, GrowthBy.Month).AddDays(Releases.SettlingDays) > month.ReleasedOn)
            return false;
        var notes = month.CorrectionsNotedOn;
        if (notes.Length > ReleasedMonth.MaxNotes || (notes.Length > 0 && month.Table.GroupsThatMet is null))
            return false;
        return notes.Prepend(month.ReleasedOn)
            .Zip(notes, (before, note) => before < note && note <= latest)
            .All(so => so);
    }

    private static bool HasNumbers(ReleasedTable table)
    {
        var rule = table.Rule;
        if (!HasTerms(rule) || !table.People.Select(cell => cell.For).SequenceEqual(Audiences)) return false;
        if (!table.People.All(cell => IsSafe(cell, rule))) return false;
        var published = table.People.Where(cell => !cell.HeldBack).ToList();
        // One that is held back alone is the difference between a total known from elsewhere and the others.
        if (table.People.Length - published.Count == 1) return false;
        if (table.SumOfPublished != (published.Count > 0 ? published.Sum(cell => cell.People) : null)) return false;
        return HasCounts(table, published.Count * rule.MinGroups);
    }

    private static bool HasTerms(DisclosureTerms rule)
    {
        return rule.Version == KnownVersion
            && rule.MinPeople >= Least.MinPeople && rule.MinPeople <= MaxThreshold
            && rule.MinGroups >= Least.MinGroups && rule.MinGroups <= MaxThreshold
            && rule.MaxSharePercent >= 1 && rule.MaxSharePercent <= Least.MaxSharePercent
            && rule.RoundTo >= Least.RoundTo && rule.RoundTo <= MaxThreshold;
    }

    private static bool IsSafe(ReleasedCell cell, DisclosureTerms rule)
    {
        if (cell.People is not { } people) return cell.HeldBack;
        return !cell.HeldBack
            && people % rule.RoundTo == 0
            && people - (rule.RoundTo / 2) >= rule.MinPeople
            && people <= MaxNumber;
    }

    private static bool HasCounts(ReleasedTable table, int fewestGroups)
    {
        if (table.GroupsThatMet is not { } groups) return table.MeetingsHeld is null && fewestGroups == 0;
        if (table.MeetingsHeld is not { } meetings || groups > meetings || meetings > MaxNumber) return false;
        return groups >= Math.Max(table.Rule.MinGroups, fewestGroups);
    }
}
