using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// Which counts of a room anybody may be told: the rule of the area's monthly figures, with tables as its groups.
/// </summary>
internal static class RoomRelease
{
    /// <summary>
    /// What can be released of a question, or null as long as nothing can. It is of the tables that are shown: what the
    /// room does not see in figures, nobody else does.
    /// </summary>
    public static ReleasedCount? Of(Question question, ImmutableArray<TableCount> shown, DisclosureRule rule)
    {
        if (!question.CanBeReleased) return null;
        var kind = question.Asks.Kind;
        var people = CountOf(shown.Select(table => table.People(kind)));
        if (rule.ReasonToHoldBack(people) is not null) return null;
        var boxes = SheetBoxes.Of(question.Asks)
            .Select((_, box) => CountOf(shown.Select(table => table.Counts[box])))
            .ToImmutableArray();
        if (kind is QuestionKind.Quiz or QuestionKind.Thumbs) return OneEach(question.Id, boxes, shown.Length, rule);
        return new(question.Id, rule.Terms, shown.Length, rule.Rounded(people.People))
        {
            Voices = [.. boxes.Select(box => BesidePeople(box, people, rule))],
        };
    }

    // Where everybody chooses one thing the numbers add up to all people, so that these are known only where nothing is
    // held back: they would give away the rest.
    private static ReleasedCount? OneEach(
        QuestionId question, ImmutableArray<PeopleCount> boxes, int tables, DisclosureRule rule)
    {
        var voices = boxes.Zip(rule.ReasonsToHoldBack(boxes))
            .Select(box => box.Second is null ? rule.Rounded(box.First.People) : default(int?))
            .ToImmutableArray();
        if (voices.All(number => number is null)) return null;
        var people = voices.Any(number => number is null) ? null : voices.Sum();
        return new(question, rule.Terms, tables, people) { Voices = voices };
    }

    // Less one box, all people are those who did not choose it. Judged by the rounded numbers, of which anybody could
    // subtract them, at least so many are left as a number is rounded to.
    private static int? BesidePeople(PeopleCount box, PeopleCount people, DisclosureRule rule)
    {
        if (rule.ReasonToHoldBack(box) is not null) return null;
        var voices = rule.Rounded(box.People);
        return rule.Rounded(people.People) - voices >= 2 * rule.Terms.RoundTo ? voices : null;
    }

    private static PeopleCount CountOf(IEnumerable<int> tables)
    {
        var some = tables.Where(people => people > 0).ToImmutableArray();
        return new(some.Sum(), some);
    }
}
