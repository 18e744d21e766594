using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>Every card by its number, and the sets of numbers that answer a search. Its owner sees to it that nobody reads while it changes.</summary>
internal sealed class CardIndex(DateOnly today)
{
    private readonly Dictionary<(string, Guid), int> numbers = [];
    private readonly Stack<int> free = [];
    private List<Entry?> entries = [];

    public Terms Terms { get; } = new();

    public Grid Grid { get; } = new();

    public Days Days { get; private set; } = new(today);

    /// <summary>One more than the highest number.</summary>
    public int Numbers => entries.Count;

    public int Count => numbers.Count;

    public Entry this[int number] => entries[number]!;

    public void Put(Entry made, CardTerms terms)
    {
        var entry = made.With((Terms.Ids(terms.Counted), Terms.Ids(terms.Searched)));
        Remove(entry.Card.Area, entry.Card.Id);
        if (!free.TryPop(out var number))
        {
            number = entries.Count;
            entries.Add(null);
        }
        entries[number] = entry;
        numbers.Add((entry.Card.Area.Value, entry.Card.Id.Value), number);
        Terms.Add(entry.Terms.Counted, number);
        Terms.Add(entry.Terms.Searched, number);
        if (entry.At is { } at) Grid.Add(at, number);
        Days.Add(entry, number);
    }

    public void Remove(AreaId area, GroupId id)
    {
        if (!numbers.Remove((area.Value, id.Value), out var number)) return;
        var entry = this[number];
        Terms.Remove(entry.Terms.Counted, number);
        Terms.Remove(entry.Terms.Searched, number);
        if (entry.At is { } at) Grid.Remove(at, number);
        Days.Remove(entry, number);
        entries[number] = null;
        free.Push(number);
    }

    /// <summary>What another day makes of the cards, beside what stands; the result puts it in its place.</summary>
    public Action Turn(DateOnly day, Rhythms rhythms)
    {
        var next = new Days(day);
        rhythms.Turn();
        // A schedule that was good stays good, so there is a rhythm.
        var renewed = entries.Select(entry => entry is null || Rhythms.Holds(entry.Rhythm, day) ? entry : entry.With(rhythms.Of(entry.Card, day)!)).ToList();
        for (var number = 0; number < renewed.Count; number++)
        {
            if (renewed[number] is { } entry) next.Add(entry, number);
        }
        return () => (Days, entries) = (next, renewed);
    }
}
