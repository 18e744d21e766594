using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Builds documents from cards, sharing values that several cards have in common. Not safe for two threads at
/// once.</summary>
internal sealed class DocumentBuilder
{
    private readonly Timetables timetables = new();
    private readonly GenerationalCache<string, string> strings = new(StringComparer.Ordinal);
    private readonly GenerationalCache<Place, Place> places = new();
    private readonly GenerationalCache<ImmutableArray<string>, ImmutableArray<string>> lists =
        new(new SameItems<string>());

    private readonly GenerationalCache<ImmutableArray<AccessNeed>, ImmutableArray<AccessNeed>> needs =
        new(new SameItems<AccessNeed>());


    /// <summary>The document of a card; null when its schedule is one no group may have.</summary>
    public CardDocument? Build(Card card, int generation, DateOnly today)
    {
        var timetable = timetables.Find(card.Id, card.Schedule, card.Pauses, card.ClosesOn, today);
        if (timetable is null) return null;
        var (minutes, lengths) = timetable.Times.For(
            new(card.Id, card.Schedule, card.OneOffs, card.Pauses, card.ClosesOn));
        return new()
        {
            Area = new(Share(card.Area.Value)),
            Id = card.Id,
            Name = card.Name,
            For = Share(card.For),
            Topics = Share(card.Topics),
            Languages = Share(card.Languages),
            Needs = Share(needs, card.Needs),
            Place = card.Place is { } place ? Share(place) : null,
            HasCoordinates = card.Place?.Latitude is not null,
            Timetable = timetable,
            OneOffs = card.OneOffs,
            Minutes = minutes,
            Lengths = lengths,
            Format = card.Format,
            Joining = card.Joining,
            WelcomesNewcomers = card.WelcomesNewcomers,
            LastConfirmed = card.LastConfirmed,
            Welcome = card.Welcome,
            Generation = generation,
        };
    }

    /// <summary>The document with its meetings as seen from a later day.</summary>
    public CardDocument Renew(CardDocument document, DateOnly today)
    {
        if (document.Timetable.Times.Covers(today)) return document;
        var known = document.Timetable;
        // A schedule that was valid remains valid.
        var timetable = timetables.Find(document.Id, known.Schedule, known.Pauses, known.ClosesOn, today)!;
        var (minutes, lengths) = timetable.Times.For(document.Calendar);
        return document with { Timetable = timetable, Minutes = minutes, Lengths = lengths };
    }

    /// <summary>Forgets values that no card has used since the previous call.</summary>
    public void Age()
    {
        timetables.Age();
        strings.Age();
        places.Age();
        lists.Age();
        needs.Age();
    }

    private Place Share(Place place)
    {
        var bare = place with { Latitude = null, Longitude = null };
        if (places.TryGet(bare, out var known)) return known;
        bare = bare with
        {
            Name = Share(bare.Name),
            Address = Share(bare.Address),
            Town = Share(bare.Town),
            Outcode = Share(bare.Outcode),
        };
        places.Set(bare, bare);
        return bare;
    }

    private ImmutableArray<string> Share(ImmutableArray<string> list)
    {
        if (list.IsEmpty) return [];
        if (lists.TryGet(list, out var known)) return known;
        list = [.. list.Select(word => Share(word))];
        lists.Set(list, list);
        return list;
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Share(string? text) => text is null ? null : Share(strings, text);

    private static T Share<T>(GenerationalCache<T, T> cache, T value) where T : notnull
    {
        if (cache.TryGet(value, out var known)) return known;
        cache.Set(value, value);
        return value;
    }

    private sealed class SameItems<T> : IEqualityComparer<ImmutableArray<T>> where T : notnull
    {
        public bool Equals(ImmutableArray<T> one, ImmutableArray<T> other) =>
            one.AsSpan().SequenceEqual(other.AsSpan());

        public int GetHashCode(ImmutableArray<T> list)
        {
            var hash = new HashCode();
            foreach (var item in list) hash.Add(item);
            return hash.ToHashCode();
        }
    }
}
