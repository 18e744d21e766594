namespace PeerNet.Gateway.Finder.Index;

/// <summary>The ids of a document's terms, in order and packed: the steps from one to the next, mostly a byte each.
/// They are needed when the document goes, and take a quarter of the memory of an array of numbers.</summary>
internal readonly struct TermIds
{
    private readonly byte[] packed;

    private TermIds(byte[] packed) => this.packed = packed;

    /// <summary>Packs two sorted groups; the facets come first.</summary>
    public static TermIds Pack(IReadOnlyCollection<int> facets, IReadOnlyCollection<int> searched)
    {
        Span<byte> buffer = new byte[5 * (1 + facets.Count + searched.Count)];
        var length = Write(buffer, 0, facets.Count);
        foreach (var group in (IReadOnlyCollection<int>[])[facets, searched])
        {
            var last = 0;
            foreach (var id in group)
            {
                length = Write(buffer, length, id - last);
                last = id;
            }
        }
        return new(buffer[..length].ToArray());
    }

    public Enumerator GetEnumerator() => new(packed, facetsOnly: false);

    /// <summary>The facets alone.</summary>
    public Facet Facets => new(packed);

    private static int Write(Span<byte> buffer, int at, int value)
    {
        for (; value >= 0x80; value >>= 7) buffer[at++] = (byte)(value | 0x80);
        buffer[at++] = (byte)value;
        return at;
    }

    /// <summary>Enumerates the facets.</summary>
    public readonly struct Facet(byte[] packed)
    {
        public Enumerator GetEnumerator() => new(packed, facetsOnly: true);
    }

    /// <summary>Unpacks one id after another.</summary>
    public struct Enumerator
    {
        private readonly byte[] packed;
        private readonly bool facetsOnly;
        private int at, facetsLeft;

        public Enumerator(byte[] packed, bool facetsOnly)
        {
            this.packed = packed;
            this.facetsOnly = facetsOnly;
            facetsLeft = packed is null ? 0 : Read();
        }

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (packed is null || at == packed.Length || (facetsOnly && facetsLeft == 0)) return false;
            // The second group starts again from nothing.
            Current = Read() + (facetsLeft-- == 0 ? 0 : Current);
            return true;
        }

        private int Read()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = packed[at++];
                value |= (next & 0x7F) << shift;
                if (next < 0x80) return value;
            }
        }
    }
}
