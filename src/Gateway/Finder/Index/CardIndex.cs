using System.Buffers.Binary;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Every card as a document, and the indexes that find it. Its owner keeps readers out while it
/// changes.</summary>
internal sealed class CardIndex(DateOnly today)
{
    // About 22 km: cards of one such square get ids beside one another.
    private const double RegionHeight = 0.2, RegionWidth = 0.3;

    private readonly Dictionary<AreaId, Dictionary<GroupId, int>> idsByArea = [];
    private readonly DocumentIds ids = new();
    private CardDocument?[] documents = [];
    private TermIds[] terms = [];
    private ulong[] tieBreakers = [];

    public InvertedIndex Terms { get; } = new();

    public GeoGrid Grid { get; } = new();

    public MeetingIndex Meetings { get; private set; } = new(today);

    /// <summary>One more than the highest document id.</summary>
    public int Capacity => ids.Capacity;

    public int Count { get; private set; }

    public CardDocument this[int id] => documents[id]!;

    public int CountOf(AreaId area) => idsByArea.TryGetValue(area, out var ofArea) ? ofArea.Count : 0;

    public bool Contains(AreaId area, GroupId group) =>
        idsByArea.TryGetValue(area, out var ofArea) && ofArea.ContainsKey(group);

    /// <summary>The document of a group's card, or null.</summary>
    public CardDocument? Find(AreaId area, GroupId group) =>
        idsByArea.TryGetValue(area, out var ofArea) && ofArea.TryGetValue(group, out var id) ? this[id] : null;

    /// <summary>The groups of an area that its feed has not named since it last began again.</summary>
    public IEnumerable<GroupId> NotNamedSince(AreaId area, int generation)
    {
        if (!idsByArea.TryGetValue(area, out var ofArea)) return [];
        return ofArea.Where(one => this[one.Value].Generation < generation).Select(one => one.Key);
    }

    /// <summary>The first eight bytes of a group's id, which nearly always decide between two cards that sort
    /// alike.</summary>
    public ulong TieBreaker(int id) => tieBreakers[id];

    public static ulong TieBreaker(Guid group)
    {
        Span<byte> bytes = stackalloc byte[16];
        group.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    /// <summary>The place with the details that visitors may see.</summary>
    public Place? PlaceOf(int id)
    {
        var document = this[id];
        if (!document.HasCoordinates) return document.Place?.ForStrangers();
        return (document.Place! with { Latitude = Grid[id].Latitude, Longitude = Grid[id].Longitude }).ForStrangers();
    }

    /// <summary>Where a document is; null for what is only online, or says no more than a town.</summary>
    public GeoPoint? PositionOf(int id) => HasPosition(this[id]) ? Grid[id] : null;

    /// <summary>Adds a card, replacing the group's previous one.</summary>
    public void Put(CardDocument document, Card card)
    {
        Remove(document.Area, document.Id);
        var at = PositionOf(card);
        var id = ids.Take(LikenessOf(document, at));
        MakeRoom();
        documents[id] = document;
        tieBreakers[id] = TieBreaker(document.Id.Value);
        if (!idsByArea.TryGetValue(document.Area, out var ofArea)) idsByArea.Add(document.Area, ofArea = []);
        ofArea.Add(document.Id, id);
        Count++;
        terms[id] = Terms.Add(id, TermExtractor.TermsOf(card));
        if (at is { } point) Grid.Add(point, id);
        Meetings.Add(document, id);
    }

    public void Remove(AreaId area, GroupId group)
    {
        if (!idsByArea.TryGetValue(area, out var ofArea) || !ofArea.Remove(group, out var id)) return;
        var document = this[id];
        Count--;
        Terms.Remove(id, terms[id]);
        if (HasPosition(document)) Grid.Remove(Grid[id], id);
        Meetings.Remove(document, id);
        documents[id] = null;
        terms[id] = default;
        ids.Return(id);
    }

    /// <summary>The facets of a document, by the ids of their terms.</summary>
    public TermIds.Facet FacetsOf(int id) => terms[id].Facets;

    /// <summary>
    /// Prepares the index for another day while readers use the current one. Call the result to switch over.
    /// </summary>
    public Action PrepareDay(DateOnly day, DocumentBuilder builder)
    {
        var next = new MeetingIndex(day);
        builder.Age();
        var renewed = new CardDocument?[documents.Length];
        for (var id = 0; id < renewed.Length; id++)
        {
            if (documents[id] is not { } document) continue;
            renewed[id] = builder.Renew(document, day);
            next.Add(renewed[id]!, id);
        }
        return () =>
        {
            Meetings = next;
            documents = renewed;
        };
    }

    private void MakeRoom()
    {
        if (Capacity <= documents.Length) return;
        var length = Math.Max(Capacity, documents.Length + documents.Length / 8);
        Array.Resize(ref documents, length);
        Array.Resize(ref terms, length);
        Array.Resize(ref tieBreakers, length);
    }

    private static bool HasPosition(CardDocument document) =>
        document.HasCoordinates || Outcodes.Find(document.Place?.Outcode) is not null;

    private static GeoPoint? PositionOf(Card card)
    {
        return card.Place is { Latitude: { } latitude, Longitude: { } longitude }
            ? new GeoPoint(latitude, longitude)
            : Outcodes.Find(card.Place?.Outcode);
    }

    private static int LikenessOf(CardDocument document, GeoPoint? at)
    {
        var north = at is { } point ? 1 + (int)((point.Latitude + 90) / RegionHeight) : 0;
        var east = at is { } place ? 1 + (int)((place.Longitude + 180) / RegionWidth) : 0;
        var meetings = (uint)document.Timetable.Times.Likeness;
        // Any two odd numbers that mix the bits well.
        return unchecked((int)((meetings * 2_654_435_761u ^ (uint)(north * 1201 + east) * 2_246_822_519u) >> 8));
    }
}
