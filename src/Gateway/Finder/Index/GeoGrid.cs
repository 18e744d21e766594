namespace PeerNet.Gateway.Finder.Index;

/// <summary>Documents by the cell of a grid they lie in, so that a search near a point looks only at cells near
/// it.</summary>
internal sealed class GeoGrid
{
    private readonly Dictionary<(int, int), GeoCell> cells = [];
    private GeoPoint[] points = [];
    private UnitVector[] vectors = [];
    private int maxReach;

    public void Add(GeoPoint at, int id)
    {
        var key = GeoCell.KeyOf(at);
        if (!cells.TryGetValue(key, out var cell)) cells.Add(key, cell = new(key));
        cell.Documents.Add(id);
        maxReach = Math.Max(maxReach, cell.Reach);
        if (id >= points.Length)
        {
            var length = Math.Max(id + 1, points.Length + points.Length / 8);
            Array.Resize(ref points, length);
            Array.Resize(ref vectors, length);
        }
        points[id] = at;
        vectors[id] = at.OnUnitSphere();
    }

    public void Remove(GeoPoint at, int id)
    {
        var key = GeoCell.KeyOf(at);
        if (!cells.TryGetValue(key, out var cell)) return;
        cell.Documents.Remove(id);
        if (cell.Documents.Count == 0) cells.Remove(key);
    }

    /// <summary>Where a document that has a place is.</summary>
    public GeoPoint this[int id] => points[id];

    /// <summary>A measure that orders documents by distance, and costs less than the distance.</summary>
    public double SquaredChord(in UnitVector from, int id) => from.SquaredChordTo(vectors[id]);

    /// <summary>Leaves only documents that are so near.</summary>
    public void KeepWithin(DocumentSet found, GeoPoint origin, int metres)
    {
        using var inside = new DocumentSet(found.Bits.Length << 6);
        using var rim = new DocumentSet(found.Bits.Length << 6);
        var from = origin.OnUnitSphere();
        foreach (var cell in CellsWithin(from, metres))
        {
            (origin.MetresTo(cell.Centre) + cell.Reach <= metres ? inside : rim).Or(cell.Documents);
        }
        rim.And(found);
        // Distances are compared in whole metres, so rounding matters only very close to the limit.
        var surely = GeoPoint.SquaredChord(metres + 0.4);
        var surelyNot = GeoPoint.SquaredChord(metres + 0.6);
        rim.Where(id =>
        {
            var chord = from.SquaredChordTo(vectors[id]);
            return chord <= surely || (chord < surelyNot && origin.MetresTo(points[id]) <= metres);
        });
        inside.Or(rim);
        found.And(inside);
    }

    /// <summary>Every cell that may have documents so near, with the least and the greatest distance they can have,
    /// nearest first.</summary>
    public IEnumerable<(int MinMetres, int MaxMetres, PostingList Documents)> CellsByDistance(
        GeoPoint origin, int maxMetres)
    {
        var from = origin.OnUnitSphere();
        var nearest = new PriorityQueue<GeoCell, double>();
        nearest.EnqueueRange(CellsWithin(from, maxMetres).Select(cell => (cell, cell.SquaredChordTo(from))));
        while (nearest.TryDequeue(out var cell, out _))
        {
            var metres = origin.MetresTo(cell.Centre);
            yield return (Math.Max(0, metres - cell.Reach), metres + cell.Reach, cell.Documents);
        }
    }

    // Slightly too many: one limit for all cells saves a sine per cell.
    private IEnumerable<GeoCell> CellsWithin(UnitVector from, int metres)
    {
        var limit = GeoPoint.SquaredChord((double)metres + maxReach);
        return cells.Values.Where(cell => cell.SquaredChordTo(from) <= limit);
    }
}
