namespace PeerNet.Gateway.Finder;

/// <summary>A place with what comparing distances needs, worked out beforehand.</summary>
internal readonly record struct Spot(Point At, double X, double Y, double Z)
{
    public static Spot Of(Point at)
    {
        var (x, y, z) = at.OnGlobe();
        return new(at, x, y, z);
    }

    /// <summary>See <see cref="Point.Chord"/>.</summary>
    public double ChordTo(in Spot other) => (X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y) + (Z - other.Z) * (Z - other.Z);
}

/// <summary>Cards by the cell of a grid they lie in, so that a search near a point looks at what is near.</summary>
internal sealed class Grid
{
    private const double High = 0.01, Wide = 0.015;

    private readonly Dictionary<(int, int), Cell> cells = [];
    private Spot[] spots = [];

    public void Add(Point at, int number)
    {
        if (!cells.TryGetValue(CellOf(at), out var cell)) cells.Add(CellOf(at), cell = new(CellOf(at)));
        cell.Cards.Add(number);
        if (number >= spots.Length) Array.Resize(ref spots, Math.Max(number + 1, spots.Length + spots.Length / 4));
        spots[number] = Spot.Of(at);
    }

    public void Remove(Point at, int number)
    {
        if (!cells.TryGetValue(CellOf(at), out var cell)) return;
        cell.Cards.Remove(number);
        if (cell.Cards.Count == 0) cells.Remove(CellOf(at));
    }

    /// <summary>How far a card that has a place is.</summary>
    public int MetresTo(Point origin, int number) => origin.MetresTo(spots[number].At);

    /// <summary>Leaves only cards that are so near.</summary>
    public void Keep(Found found, Point origin, int metres)
    {
        using var near = new Found(found.Words << 6);
        using var rim = new Found(found.Words << 6);
        foreach (var (_, most, cards) in From(origin, metres)) cards.OrInto((most <= metres ? near : rim).Bits);
        rim.Keep(found);
        // Whole metres are compared, and only a hair's breadth from the limit does their rounding decide.
        var (from, surely, surelyNot) = (Spot.Of(origin), Point.Chord(metres + 0.4), Point.Chord(metres + 0.6));
        rim.Keep(number =>
        {
            var chord = from.ChordTo(spots[number]);
            return chord <= surely || (chord < surelyNot && MetresTo(origin, number) <= metres);
        });
        near.Add(rim);
        found.Keep(near);
    }

    /// <summary>Every cell that may have cards so near, with the least and the greatest distance that they can have, nearest first.</summary>
    public IEnumerable<(int Least, int Most, CardSet Cards)> From(Point origin, int atMost)
    {
        var (from, nearest) = (Spot.Of(origin), new PriorityQueue<Cell, double>());
        nearest.EnqueueRange(cells.Values.Select(cell => (cell, from.ChordTo(cell.Centre))).Where(cell => cell.Item2 <= Point.Chord((double)atMost + cell.cell.Reach)));
        while (nearest.TryDequeue(out var cell, out _))
        {
            var metres = origin.MetresTo(cell.Centre.At);
            yield return (Math.Max(0, metres - cell.Reach), metres + cell.Reach, cell.Cards);
        }
    }

    private static (int, int) CellOf(Point at) => ((int)Math.Floor(at.Latitude / High), (int)Math.Floor(at.Longitude / Wide));

    private sealed class Cell
    {
        public Cell((int North, int East) at)
        {
            Point Corner(double north, double east) => new((at.North + north) * High, (at.East + east) * Wide);
            Centre = Spot.Of(Corner(0.5, 0.5));
            // A cell is widest at its side nearer the equator. Roundings of three distances are two metres at most.
            Reach = 2 + Math.Max(Centre.At.MetresTo(Corner(0, 0)), Centre.At.MetresTo(Corner(1, 0)));
        }

        public Spot Centre { get; }

        /// <summary>No place in it is farther from its centre, in metres.</summary>
        public int Reach { get; }

        public CardSet Cards { get; } = new();
    }
}
