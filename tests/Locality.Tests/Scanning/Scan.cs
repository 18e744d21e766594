namespace PeerNet.Locality.Tests.Scanning;

/// <summary>Looks for canaries in evidence, in every form.</summary>
internal sealed class Scan
{
    private readonly Patterns exact, folded;

    public Scan(IEnumerable<Canary> canaries)
    {
        var all = canaries.SelectMany(Encodings.Of).ToLookup(pattern => pattern.Folded);
        exact = new(all[false], folded: false);
        folded = new(all[true].Select(pattern => pattern with { Bytes = Fold.Small(pattern.Bytes) }), folded: true);
    }

    /// <summary>What is found, each form once for each piece.</summary>
    public IReadOnlyList<Finding> Of(IEnumerable<Piece> evidence) => [.. evidence.AsParallel().SelectMany(Of)];

    // What is found tells where it was, and does not hold the bytes: those of whole processes are many.
    private IEnumerable<Finding> Of(Piece piece)
    {
        var place = piece with { Bytes = [] };
        return (piece.Packed ? Unpacking.Inside(piece.Bytes) : []).Prepend(("", piece.Bytes)).SelectMany(layer =>
            exact.In(layer.Item2)
                .Concat(folded.In(layer.Item2))
                .Select(pattern => new Finding(pattern.Canary, pattern.Encoding, place, layer.Item1))).Distinct();
    }
}
