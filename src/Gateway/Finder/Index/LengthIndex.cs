namespace PeerNet.Gateway.Finder.Index;

/// <summary>
/// How long meetings are: nearly every group has meetings of one length only, and the others are looked at one by one.
/// </summary>
internal sealed class LengthIndex
{
    private readonly SortedDictionary<int, PostingList> byLength = [];

    /// <summary>The documents with meetings of several lengths.</summary>
    public PostingList Several { get; } = new();

    /// <summary>The documents all of whose meetings have one length, by that length in minutes.</summary>
    public IEnumerable<(int Length, PostingList Documents)> LongestFirst =>
        byLength.Reverse().Select(one => (one.Key, one.Value));

    public void Add(CardDocument document, int id) => ListOf(document)?.Add(id);

    public void Remove(CardDocument document, int id) => ListOf(document)?.Remove(id);

    private PostingList? ListOf(CardDocument document)
    {
        if (document.Lengths.Length == 0) return null;
        if (document.Lengths is not [var length]) return Several;
        if (byLength.TryGetValue(length, out var known)) return known;
        return byLength[length] = new();
    }
}
